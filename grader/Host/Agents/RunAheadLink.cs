using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Agents;

/// <summary>Lets an agent go on through operations that can have but one outcome, up to a cap, and has it wait in the first other.</summary>
/// <param name="cap">How many operations it may go through before it waits.</param>
/// <param name="wait">Waits for the outcomes of that operation and of those that follow; null when the run is over.</param>
internal sealed class RunAheadLink(int cap, Func<EquatableArray<Outcome>?> wait) : IKernelLink
{
    private Queue<Outcome> told = new();
    private int passed;

    public Outcome Perform(Operation operation, CallSite site)
    {
        if (operation is EndProcess)
            return Done.Instance;
        if (told.TryDequeue(out var next))
            return next;
        if (operation.OnlyOutcome is { } outcome && passed < cap)
        {
            passed++;
            return outcome;
        }

        told = new Queue<Outcome>(wait() ?? throw new RunAbortedException());
        passed = 0;
        return told.Dequeue();
    }
}
