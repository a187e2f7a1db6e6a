using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Locks;

/// <summary>A lock of either kind, as a condition on it sees it.</summary>
/// <param name="Holder">The agent that acquired it last; null while it is free.</param>
internal abstract record ExclusiveState(string? Holder) : ObjectState
{
    /// <summary>How often its holder must release it; 0 while it is free.</summary>
    public abstract int Depth { get; }

    /// <summary>The same lock, given back however often it was held.</summary>
    public abstract ExclusiveState Freed();

    /// <summary>The same lock, held so often.</summary>
    public abstract ExclusiveState HeldBy(string agent, int depth);

    public override ObjectView View(string name, ViewBounds bounds) => new(name) { Holder = Holder, Count = Kind == ObjectKind.ReentrantLock ? Depth : null };

    internal sealed override ObjectState Renamed(Func<string, string> agent) => Holder is null ? this : this with { Holder = agent(Holder) };
}
