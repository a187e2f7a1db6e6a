using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Contract.Sessions;

/// <summary>The way from a student's process to the kernel.</summary>
public interface IKernelLink
{
    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="RunAbortedException">The run is over; the caller must not be able to go on.</exception>
    Outcome Perform(Operation operation, CallSite site);
}

/// <summary>Ends a student's code from inside. The rewriter sees to it that no handler of the student's catches it.</summary>
public sealed class RunAbortedException() : Exception("The grader ended this run.");
