using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Locks;

/// <summary>A lock that its owner may take again. Python: <c>multiprocessing.RLock</c>.</summary>
internal sealed record ReentrantLockState(string? Holder, int Depth) : ExclusiveState(Holder)
{
    public static ReentrantLockState Free { get; } = new(Holder: null, Depth: 0);

    public override ObjectKind? Kind => ObjectKind.ReentrantLock;

    public override int Depth { get; } = Depth;

    public override ExclusiveState Freed() => Free;

    public override ExclusiveState HeldBy(string agent, int depth) => new ReentrantLockState(agent, depth);
}
