namespace ExerciseKit.Kernel;

/// <summary>The state of one object of the kernel: a lock, a file, …</summary>
public abstract record ObjectState
{
    /// <summary>The same state where agents have other names.</summary>
    internal virtual ObjectState Renamed(Func<string, string> agent) => this;
}
