using ExerciseKit.Contract;

namespace ExerciseKit.Kernel.Shared;

/// <summary>A value that processes share. Python: <c>multiprocessing.Value</c> without its lock.</summary>
internal sealed record ValueState(Payload Value) : ObjectState;
