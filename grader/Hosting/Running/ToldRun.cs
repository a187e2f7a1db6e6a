using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Hosting.Hosts;

namespace ExerciseKit.Hosting.Running;

/// <summary>What a host has told of one run so far, looked through for what the kit's own host never says.</summary>
/// <param name="run">What the host was told to do.</param>
internal sealed class ToldRun(RunAgent run)
{
    private readonly KnownNames names = new(run.Arguments);
    private readonly List<AskedOperation> operations = [];
    private readonly List<Outcome> outcomes = [];
    private readonly List<Round> rounds = [];
    private readonly List<Landmark> landmarks = [];

    /// <summary>Whether the process waits for the outcome of its last operation, so that its run can be resumed.</summary>
    public bool Waits => operations is [.., { Operation: not EndProcess }];

    /// <summary>All that it has shown.</summary>
    public LearntRun Learnt => new([.. operations], [.. rounds], [.. landmarks]);

    /// <summary>What must still be told to the process, which waits, for it to have this history; null where it is not on its way there.</summary>
    public EquatableArray<Outcome>? Missing(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        if (!Waits || history.Count <= outcomes.Count || run.Target != target || run.Arguments != arguments)
            return null;
        // They differ at their ends, if at all.
        for (var i = outcomes.Count - 1; i >= 0; i--)
        {
            if (!outcomes[i].Equals(history[i]))
                return null;
        }

        return history.Skip(outcomes.Count).ToEquatableArray();
    }

    /// <summary>Adds what the host tells after it was given some outcomes.</summary>
    /// <param name="learned">What it tells.</param>
    /// <param name="given">The run's record, at first; then what the run was resumed with.</param>
    /// <exception cref="CondemnedHostException">It is no honest host.</exception>
    public void Add(Learned learned, EquatableArray<Outcome> given)
    {
        var first = operations.Count;
        if (first > 0)
            Take(given[0]);
        var answered = first > 0 ? given.Count - 1 : given.Count;
        var most = answered + (run.RunAhead ?? 0) + 1;
        for (var i = 0; i < learned.Operations.Count; i++)
        {
            var asked = learned.Operations[i];
            if (names.ObjectionTo(asked.Operation) is { } objection)
                throw CondemnedHostException.Protocol(objection);
            operations.Add(asked);
            if (i == learned.Operations.Count - 1)
                break;
            if (i == most)
                throw CondemnedHostException.TooMuch($"it told of {learned.Operations.Count} operations, where no more than {most} could be.");
            if (asked.Operation is EndProcess)
                throw CondemnedHostException.AfterItsEnd();
            if (i < answered)
                Take(given[^(answered - i)]);
            else
                Take(asked.Operation.OnlyOutcome ?? throw CondemnedHostException.Protocol($"it went on after {asked.Operation.GetType().Name} without its answer."));
        }

        if (!learned.Rounds.All(r => r.From >= 0 && r.From < r.At && r.At >= first && r.At < operations.Count && operations[r.At] == operations[r.From])
            || !learned.Landmarks.All(l => l.Since >= 0 && l.Since <= l.At && l.At >= first && l.At < operations.Count)
            || learned.Repeated < 0 || learned.Repeated > (run.Repeated?.Operations ?? 0))
        {
            throw CondemnedHostException.Protocol("it told of rounds that it did not go.");
        }

        rounds.AddRange(learned.Rounds);
        landmarks.AddRange(learned.Landmarks);
    }

    private void Take(Outcome outcome)
    {
        names.Take(outcome);
        outcomes.Add(outcome);
    }
}
