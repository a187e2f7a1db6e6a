using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;

namespace ExerciseKit.Hosting.Running;

/// <summary>Looks through what a host tells of a whole run for what the kit's own host never says.</summary>
internal static class Honesty
{
    /// <summary>Why the host must be condemned; null when it need not be.</summary>
    /// <param name="told">Every operation of the run, the recorded ones first.</param>
    /// <param name="run">What the host was told to do.</param>
    public static CondemnedHostException? ObjectionTo(EquatableArray<AskedOperation> told, RunAgent run)
    {
        var most = run.Recorded.Count + (run.RunAhead ?? 0) + 1;
        var names = new KnownNames(run.Arguments);
        for (var i = 0; i < told.Count; i++)
        {
            var operation = told[i].Operation;
            if (names.ObjectionTo(operation) is { } objection)
                return CondemnedHostException.Protocol(objection);
            if (i == told.Count - 1)
                break;
            if (i == most)
                return CondemnedHostException.TooMuch($"it told of {told.Count} operations, where no more than {most} could be.");
            if (operation is EndProcess)
                return CondemnedHostException.AfterItsEnd();
            if (i < run.Recorded.Count)
                names.Take(run.Recorded[i]);
            else if (operation.OnlyOutcome is not { } outcome)
                return CondemnedHostException.Protocol($"it went on after {operation.GetType().Name} without its answer.");
            else
                names.Take(outcome);
        }

        return null;
    }
}
