using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;

namespace ExerciseKit.Hosting.Running;

/// <summary>Looks through what a host tells of a whole run for what the kit's own host never says.</summary>
internal static class Honesty
{
    /// <summary>Why the host must be condemned; null when it need not be.</summary>
    /// <param name="learned">What it tells.</param>
    /// <param name="run">What the host was told to do.</param>
    public static CondemnedHostException? ObjectionTo(Learned learned, RunAgent run)
    {
        var told = learned.Operations;
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

        return learned.Rounds.All(r => r.From >= 0 && r.From < r.At && r.At < told.Count && told[r.At] == told[r.From])
            && learned.Landmarks.All(l => l.Since >= 0 && l.Since <= l.At && l.At < told.Count)
            && learned.Repeated >= 0 && learned.Repeated <= (run.Repeated?.Operations ?? 0)
            ? null
            : CondemnedHostException.Protocol("it told of rounds that it did not go.");
    }
}
