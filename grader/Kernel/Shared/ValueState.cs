using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Shared;

/// <summary>A value that processes share. Python: <c>multiprocessing.Value</c> without its lock.</summary>
internal sealed record ValueState(Payload Value) : ObjectState
{
    public override ObjectKind? Kind => ObjectKind.Value;

    public override ObjectView View(string name, ViewBounds bounds) => new(name) { Text = bounds.Of(Value.Json) };
}
