using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Host.Shims;

namespace ExerciseKit.Host.Agents;

/// <summary>Answers an agent's first operations from the record, and leaves the others to what comes after.</summary>
/// <param name="recorded">The outcomes of the first operations.</param>
/// <param name="next">What answers from then on.</param>
/// <param name="keepsStatics">Whether a task of a pool may change what the worker does in its next one.</param>
internal sealed class RecordedLink(EquatableArray<Outcome> recorded, IKernelLink next, bool keepsStatics) : IKernelLink
{
    private readonly List<AskedOperation> asked = [];
    private bool isMarked = keepsStatics;
    private long carried;

    /// <summary>All operations so far, the recorded ones first.</summary>
    public IReadOnlyList<AskedOperation> Asked => asked;

    public Outcome Perform(Operation operation, CallSite site)
    {
        carried += CarriedText.LengthOf(operation);
        if (carried > CarriedText.MaxChars && operation is not EndProcess { Ending: Ending.OverLimit })
            End(site);
        asked.Add(new AskedOperation(operation, site));
        // The end is never on the record: a history ends before it.
        var outcome = asked.Count <= recorded.Count && operation is not EndProcess ? recorded[asked.Count - 1] : next.Perform(operation, site);
        carried += CarriedText.LengthOf(outcome);
        isMarked |= Footprint.IsLeftBy(operation);
        // A search takes a worker that is as good as new to be at its beginning: what it carried in its last task is no part of that.
        if (operation is CompleteTask && !isMarked)
            carried = 0;
        LoopBudget.Refill();
        return outcome;
    }

    private void End(CallSite site)
    {
        var end = RunLimits.Over($"wrote, sent and read more than the {CarriedText.MaxChars} characters that a process may in one run.", site);
        asked.Add(new AskedOperation(end, site));
        next.Perform(end, site);
        throw new RunAbortedException();
    }
}
