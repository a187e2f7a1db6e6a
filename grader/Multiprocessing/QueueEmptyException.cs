namespace ExerciseKit.Multiprocessing;

/// <summary>A queue was empty, and stayed so for as long as was waited. Python: <c>queue.Empty</c>.</summary>
public sealed class QueueEmptyException : Exception
{
    /// <summary>Says so.</summary>
    public QueueEmptyException()
        : base("A queue was empty, and stayed so for as long as was waited. Wait longer, or ask TryGet.")
    {
    }
}
