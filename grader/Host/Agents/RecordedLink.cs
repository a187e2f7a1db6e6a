using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Host.Shims;

namespace ExerciseKit.Host.Agents;

/// <summary>Answers an agent's first operations from the record, and leaves the others to what comes after.</summary>
/// <param name="recorded">The outcomes of the first operations.</param>
/// <param name="next">What answers from then on.</param>
/// <param name="repetition">What is told of the record again after it; null for nothing.</param>
/// <param name="keepsStatics">Whether a task of a pool may change what the worker does in its next one.</param>
internal sealed class RecordedLink(EquatableArray<Outcome> recorded, Repetition? repetition, IKernelLink next, bool keepsStatics) : IKernelLink
{
    private readonly List<AskedOperation> asked = [];
    private bool isMarked = keepsStatics;
    private long carried;

    /// <summary>All operations so far, the recorded ones first.</summary>
    public IReadOnlyList<AskedOperation> Asked => asked;

    /// <summary>How many operations after them were those of the record's end again.</summary>
    public int Repeated { get; private set; }

    public Outcome Perform(Operation operation, CallSite site)
    {
        var given = CarriedText.LengthOf(operation);
        carried += given;
        if (given > 0 && !operation.IsLook)
            Landmarks.Give();
        if (carried > CarriedText.MaxChars && operation is not EndProcess { Ending: Ending.OverLimit })
            End(site);
        Landmarks.Ask();
        if (repetition is not null && asked.Count == recorded.Count)
            return Again(repetition, new AskedOperation(operation, site));
        asked.Add(new AskedOperation(operation, site));
        // The end is never on the record: a history ends before it.
        var outcome = asked.Count <= recorded.Count && operation is not EndProcess ? recorded[asked.Count - 1] : next.Perform(operation, site);
        carried += CarriedText.LengthOf(outcome);
        Landmarks.Carry(carried);
        isMarked |= Footprint.IsLeftBy(operation);
        // A search takes a worker that is as good as new to be at its beginning: what it carried in its last task is no part of that.
        if (operation is CompleteTask && !isMarked)
            carried = 0;
        LoopBudget.Refill();
        return outcome;
    }

    /// <summary>The result of the operation that this one is again.</summary>
    /// <exception cref="RunAbortedException">It is another, or was asked for often enough.</exception>
    private Outcome Again(Repetition round, AskedOperation now)
    {
        var at = recorded.Count - round.Length + (Repeated % round.Length);
        if (now != asked[at] || Repeated == round.Operations)
            throw new RunAbortedException();
        Repeated++;
        LoopBudget.Refill();
        return recorded[at];
    }

    private void End(CallSite site)
    {
        var end = RunLimits.Over(($"wrote, sent and read more than the {CarriedText.MaxChars} characters that a process may in one run.", $"在一次运行中写出、发送和读入的字符超过了一个进程允许的 {CarriedText.MaxChars} 个。"), site);
        asked.Add(new AskedOperation(end, site));
        next.Perform(end, site);
        throw new RunAbortedException();
    }
}
