namespace ExerciseKit.Kernel.Events;

/// <summary>Something that has happened or has not. Python: <c>multiprocessing.Event</c>.</summary>
internal sealed record EventState(bool IsSet) : ObjectState;
