namespace ExerciseKit.Multiprocessing;

/// <summary>A queue was at its capacity, and stayed so for as long as was waited. Python: <c>queue.Full</c>.</summary>
public sealed class QueueFullException : Exception
{
    /// <summary>Says so.</summary>
    public QueueFullException()
        : base("A queue was at its capacity, and stayed so for as long as was waited. Wait longer, or ask TryPut.")
    {
    }
}
