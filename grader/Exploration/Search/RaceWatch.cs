using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Search;

/// <summary>Finds the states in which two agents are about to access one file, one of them by a plain write.</summary>
internal sealed class RaceWatch(StateStore store, IReadOnlyList<Property> properties)
{
    private readonly (RaceFree Property, Dictionary<int, bool> Touching)[] watched = [.. properties.OfType<RaceFree>().Select(p => (p, new Dictionary<int, bool>()))];

    /// <summary>The race that a state shows; null when it shows none.</summary>
    public Stop? In(Shape shape, int[] parts)
    {
        foreach (var (property, touching) in watched)
        {
            var there = 0;
            for (var i = 0; i < shape.Agents.Length; i++)
            {
                if (!touching.TryGetValue(parts[i], out var touches))
                    touching[parts[i]] = touches = KernelRules.Touches(store.Agent(parts[i]).Agent, property.Path);
                there += touches ? 1 : 0;
            }

            if (there > 1 && property.BrokenIn(store.Unpack(shape, parts)) is { } race)
                return Stop.By(property, race);
        }

        return null;
    }
}
