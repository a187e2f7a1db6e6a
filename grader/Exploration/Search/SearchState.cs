using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>One state of the search: the kernel's, each living agent's local history, and what the observers have seen.</summary>
internal sealed class SearchState(KernelState kernel, NamedMap<BehaviourNode> histories, object[] observed) : IEquatable<SearchState>
{
    // Only a search looks states up; sampling goes through many more of them than it compares.
    private int? hash;

    public KernelState Kernel { get; } = kernel;

    public NamedMap<BehaviourNode> Histories { get; } = histories;

    /// <summary>The observers' values, in the order of the properties.</summary>
    public object[] Observed { get; } = observed;

    public bool Equals(SearchState? other)
    {
        if (other is null || GetHashCode() != other.GetHashCode() || !Histories.Equals(other.Histories) || !Kernel.Equals(other.Kernel))
            return false;
        for (var i = 0; i < Observed.Length; i++)
        {
            if (!Observed[i].Equals(other.Observed[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as SearchState);

    public override int GetHashCode() => hash ??= Hash();

    private int Hash()
    {
        var seen = new HashCode();
        seen.Add(Kernel);
        seen.Add(Histories);
        foreach (var value in Observed)
            seen.Add(value);
        return seen.ToHashCode();
    }
}
