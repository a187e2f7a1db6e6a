using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel;

/// <summary>The state of one object of the kernel: a lock, a file, …</summary>
public abstract record ObjectState
{
    /// <summary>How much there is to keep in memory: one for the object, one for each thing in it, and one for each piece of text that is its own.</summary>
    public virtual int Size => 1;

    /// <summary>What it is to a reader; null where there is nothing to show.</summary>
    public virtual ObjectKind? Kind => null;

    /// <summary>How it stands, for a picture of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bounds">How much of it.</param>
    public virtual ObjectView View(string name, ViewBounds bounds) => new(name);

    /// <summary>The values in it that somebody may still take out.</summary>
    internal virtual IEnumerable<Payload> Carried => [];

    /// <summary>The same state where agents have other names.</summary>
    internal virtual ObjectState Renamed(Func<string, string> agent) => this;

    /// <summary>The same state where some agents have swapped places.</summary>
    /// <param name="places">The new name of each agent that moves, by its old one.</param>
    public ObjectState Renamed(IReadOnlyDictionary<string, string> places) => Renamed(name => places.GetValueOrDefault(name, name));
}
