namespace ExerciseKit.Multiprocessing;

/// <summary>Holds a lock until the end of a <c>using</c>. Python: the body of a <c>with</c> statement.</summary>
public ref struct LockScope
{
    private IReleasable? held;

    internal LockScope(IReleasable held) => this.held = held;

    internal readonly object? Held => held;

    /// <summary>Gives the lock back; a second call does nothing.</summary>
    public void Dispose()
    {
        var release = held;
        held = null;
        release?.Release();
    }
}
