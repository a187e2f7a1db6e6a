using ExerciseKit.Multiprocessing;

/// <summary>A queue that holds so many items and no more.</summary>
public static class BoundedQueue
{
    /// <summary>Fills a queue, tries to overfill it, drains it, tries to take more, and reports what happened.</summary>
    /// <remarks>The queue is filled with the items 1 to <paramref name="capacity"/>. One attempt at either end does not wait; another one waits for so many seconds.</remarks>
    /// <param name="capacity">How many items the queue holds; 1 or more.</param>
    /// <param name="waitSeconds">How long an attempt with a timeout waits; 1 or more.</param>
    /// <returns>What happened, with the waiting times as they were measured.</returns>
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        throw new NotImplementedException();
    }
}
