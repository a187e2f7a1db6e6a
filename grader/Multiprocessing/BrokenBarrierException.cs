namespace ExerciseKit.Multiprocessing;

/// <summary>A barrier was aborted, was reset while this process waited at it, or not all came in time. Python: <c>threading.BrokenBarrierError</c>.</summary>
public sealed class BrokenBarrierException : Exception
{
    internal BrokenBarrierException(string message)
        : base(message)
    {
    }
}
