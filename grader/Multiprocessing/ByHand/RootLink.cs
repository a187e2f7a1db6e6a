using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Multiprocessing.ByHand;

/// <summary>The first process's link: the end of the run is the end of the process.</summary>
internal sealed class RootLink(IKernelLink inner) : IKernelLink
{
    public Outcome Perform(Operation operation, CallSite site)
    {
        try
        {
            return inner.Perform(operation, site);
        }
        catch (RunAbortedException) when (operation is not EndProcess)
        {
            // The broker has said why on the terminal. No handler of the student's may go on from here.
            Environment.Exit(1);
            throw;
        }
    }
}
