using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Agents;

/// <summary>Lets an agent go on through operations that can have but one outcome, up to a cap, and stops it at the first other.</summary>
/// <param name="cap">How many operations it may go through.</param>
internal sealed class RunAheadLink(int cap) : IKernelLink
{
    private int passed;

    public Outcome Perform(Operation operation, CallSite site)
    {
        if (operation is EndProcess)
            return Done.Instance;
        if (operation.OnlyOutcome is not { } outcome || passed == cap)
            throw new RunAbortedException();
        passed++;
        return outcome;
    }
}
