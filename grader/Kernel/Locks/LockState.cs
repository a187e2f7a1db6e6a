using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Locks;

/// <summary>A mutual-exclusion lock. Python: <c>multiprocessing.Lock</c>.</summary>
/// <remarks>Its holder is no owner: anybody may release.</remarks>
internal sealed record LockState(string? Holder) : ExclusiveState(Holder)
{
    public override ObjectKind? Kind => ObjectKind.Lock;

    public override int Depth => Holder is null ? 0 : 1;

    public override ExclusiveState Freed() => new LockState(Holder: null);

    public override ExclusiveState HeldBy(string agent, int depth) => new LockState(agent);
}
