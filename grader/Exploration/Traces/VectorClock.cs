using System.Collections.Immutable;

namespace ExerciseKit.Exploration.Traces;

/// <summary>What an agent knows of each agent's past: how many of its events happened before.</summary>
internal sealed record VectorClock(ImmutableDictionary<string, int> Counts)
{
    public static VectorClock Zero { get; } = new(ImmutableDictionary<string, int>.Empty);

    public VectorClock Ticked(string agent) => new(Counts.SetItem(agent, Counts.GetValueOrDefault(agent) + 1));

    public VectorClock Merged(VectorClock other)
    {
        var merged = Counts.ToBuilder();
        foreach (var (agent, count) in other.Counts)
            merged[agent] = Math.Max(count, merged.GetValueOrDefault(agent));
        return new(merged.ToImmutable());
    }

    /// <summary>Whether the event at which <paramref name="agent"/> had this clock happened before one with <paramref name="later"/>.</summary>
    public bool HappenedBefore(VectorClock later, string agent) => Counts.GetValueOrDefault(agent) <= later.Counts.GetValueOrDefault(agent);
}
