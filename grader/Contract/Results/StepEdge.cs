namespace ExerciseKit.Contract.Results;

/// <summary>That a step could come only after an earlier one of another process.</summary>
/// <param name="From">The earlier step's number.</param>
/// <param name="Kind">What was handed over.</param>
public sealed record StepEdge(int From, EdgeKind Kind);

/// <summary>What one process handed to another, so that the one's step came first.</summary>
public enum EdgeKind
{
    /// <summary>A process was started, and this is its first step.</summary>
    Start,

    /// <summary>A process's end, to who joins it or asks whether it lives.</summary>
    End,

    /// <summary>A lock that was given back, to who takes it.</summary>
    Lock,

    /// <summary>A semaphore's permit.</summary>
    Permit,

    /// <summary>A queue's item, to who gets it or looks.</summary>
    Item,

    /// <summary>Room in a full queue.</summary>
    Room,

    /// <summary>A message of a pipe, or that its other end was closed.</summary>
    Message,

    /// <summary>A notification, to who sleeps at the condition.</summary>
    Notify,

    /// <summary>That an event was set.</summary>
    Set,

    /// <summary>Arrival at a barrier, or passing it.</summary>
    Barrier,

    /// <summary>A task, to the worker that takes it.</summary>
    Task,

    /// <summary>A task's result, or that the work on all items of a queue is done.</summary>
    Result,

    /// <summary>What was written into a file or a shared object, to who reads it.</summary>
    Data,

    /// <summary>That a process was asked to die.</summary>
    Death,
}
