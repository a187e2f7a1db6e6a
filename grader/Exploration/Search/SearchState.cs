using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>One state of the search: the kernel's, each living agent's local history, and what the observers have seen.</summary>
internal sealed class SearchState : IEquatable<SearchState>
{
    private readonly int hash;

    public SearchState(KernelState kernel, NamedMap<BehaviourNode> histories, object[] observed)
    {
        Kernel = kernel;
        Histories = histories;
        Observed = observed;
        var seen = new HashCode();
        seen.Add(kernel);
        seen.Add(histories);
        foreach (var value in observed)
            seen.Add(value);
        hash = seen.ToHashCode();
    }

    public KernelState Kernel { get; }

    public NamedMap<BehaviourNode> Histories { get; }

    /// <summary>The observers' values, in the order of the properties.</summary>
    public object[] Observed { get; }

    public bool Equals(SearchState? other)
    {
        if (other is null || hash != other.hash || !Histories.Equals(other.Histories) || !Kernel.Equals(other.Kernel))
            return false;
        for (var i = 0; i < Observed.Length; i++)
        {
            if (!Observed[i].Equals(other.Observed[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as SearchState);

    public override int GetHashCode() => hash;
}
