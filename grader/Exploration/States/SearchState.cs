namespace ExerciseKit.Exploration.States;

/// <summary>One state of a search: the kernel's, each living agent's local history, and what the observers have seen.</summary>
/// <remarks>What stands in each place is kept once, in a <see cref="StateStore"/>; here are only the numbers.</remarks>
internal sealed class SearchState : IEquatable<SearchState>
{
    private readonly int[] parts;
    private readonly int hash;

    /// <param name="shape">Which places there are.</param>
    /// <param name="parts">The number of what stands in each; not to be changed any more.</param>
    public SearchState(Shape shape, int[] parts)
    {
        (Shape, this.parts) = (shape, parts);
        var mixed = (ulong)shape.Id + 1;
        foreach (var part in parts)
            mixed = System.Numerics.BitOperations.RotateLeft((mixed ^ (uint)part) * 0x9E3779B97F4A7C15, 29);
        hash = (int)(mixed ^ (mixed >> 32));
    }

    public Shape Shape { get; }

    /// <summary>The number of what stands in each place.</summary>
    public ReadOnlySpan<int> Parts => parts;

    /// <summary>The numbers, to be changed by whoever asks.</summary>
    public int[] Copy() => (int[])parts.Clone();

    public bool Equals(SearchState? other) =>
        ReferenceEquals(this, other) || (other is not null && hash == other.hash && Shape == other.Shape && parts.AsSpan().SequenceEqual(other.parts));

    public override bool Equals(object? obj) => Equals(obj as SearchState);

    public override int GetHashCode() => hash;
}
