using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Multiprocessing.ByHand;

/// <summary>The first process's link: the end of the run is the end of the process.</summary>
internal sealed class RootLink(IKernelLink inner) : IKernelLink
{
    /// <summary>Whether the broker has ended the run: there is nothing left to ask, not even for the end.</summary>
    public bool IsOver { get; private set; }

    public Outcome Perform(Operation operation, CallSite site)
    {
        try
        {
            return inner.Perform(operation, site);
        }
        catch (RunAbortedException) when (operation is not EndProcess)
        {
            IsOver = true;
            // The broker has said why on the terminal. No handler of the student's may go on from here.
            Environment.Exit(1);
            throw;
        }
    }
}
