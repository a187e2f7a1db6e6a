namespace ExerciseKit.Contract.Results;

/// <summary>Who and what takes part in a timeline.</summary>
/// <param name="Processes">The processes that it speaks of, in the order in which they came to life.</param>
/// <param name="Objects">The objects that it speaks of, in the order of their kinds and of being made.</param>
public sealed record Cast(EquatableArray<CastProcess> Processes, EquatableArray<CastObject> Objects);

/// <summary>A process of a timeline.</summary>
/// <param name="Id">Its id in this run; two processes may have one name.</param>
/// <param name="Label">What the timeline calls it.</param>
/// <param name="Parent">The id of the process that started it; null for the first.</param>
/// <param name="End">What it is about to do after the last step; null where it has ended.</param>
public sealed record CastProcess(string Id, string Label, string? Parent, NextStep? End);

/// <summary>What a process is about to do, or waits in.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Object">The id of the object or process that it is about; null where it is about none.</param>
/// <param name="Site">Where in the source; null when unknown.</param>
/// <param name="Wait">Since when it waits, and for whom; null where it can go on.</param>
public sealed record NextStep(LocalizedText Operation, string? Object, CallSite? Site, StepWait? Wait);

/// <summary>An object of a timeline.</summary>
/// <param name="Id">Its id in this run.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What to call it: its kind, numbered in the order of being made; a file's path.</param>
/// <param name="Site">Where in the source it was made; null when unknown, as of a file.</param>
/// <param name="Belongs">The id of what it belongs to: the other end of a pipe, the lock of a condition; null for none.</param>
/// <param name="First">How it stood before the first step that is shown; null where it was not there.</param>
public sealed record CastObject(string Id, ObjectKind Kind, LocalizedText Label, CallSite? Site, string? Belongs, ObjectView? First);

/// <summary>What an object is.</summary>
public enum ObjectKind
{
    Lock,
    ReentrantLock,
    Semaphore,
    Event,
    Condition,
    Barrier,
    Queue,
    PipeEnd,
    Pool,
    Dictionary,
    List,
    Value,
    File,
}
