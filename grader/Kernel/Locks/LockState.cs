namespace ExerciseKit.Kernel.Locks;

/// <summary>A mutual-exclusion lock. Python: <c>multiprocessing.Lock</c>.</summary>
/// <param name="Holder">The agent that acquired it last; null while it is free. Not an owner: anybody may release.</param>
internal sealed record LockState(string? Holder) : ObjectState
{
    internal override ObjectState Renamed(Func<string, string> agent) => Holder is null ? this : this with { Holder = agent(Holder) };
}
