using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>Finds agents that go round without effect: the same operations with the same results in the same world, many times over.</summary>
/// <remarks>
/// Such an agent is parked: it holds up neither the others nor the clock, until the world differs. A round with a sleep in it
/// is no busy wait while anything else can still happen, for its own sleeps move the clock.
/// </remarks>
public sealed class BusyWaits
{
    /// <summary>How many equal rounds make a busy wait.</summary>
    public const int Rounds = 60;

    private const int LongestRound = 16;

    /// <summary>A retry loop may be finite: this many times <see cref="Rounds"/> rounds are granted before it is called endless.</summary>
    private const int MaxResumptions = 20;

    private readonly Dictionary<string, List<Turn>> turns = [];
    private readonly HashSet<string> parked = [];
    private World? parkedIn;
    private World? resumedIn;
    private int resumptions;

    /// <summary>The agents that go round now.</summary>
    public IReadOnlySet<string> Parked => parked;

    /// <summary>Takes note of a step.</summary>
    public void Note(KernelState after, IEnumerable<KernelEvent> events)
    {
        var world = World.Of(after);
        if (parked.Count > 0 && world != parkedIn)
            Unpark();
        foreach (var completed in events.OfType<OperationCompleted>())
        {
            var history = turns.TryGetValue(completed.Agent, out var known) ? known : turns[completed.Agent] = [];
            history.Add(new Turn(completed.Operation, completed.Outcome, world));
            if (GoesRound(history) && !history[^LongestRound..].Any(t => t.Operation is Sleep))
            {
                parked.Add(completed.Agent);
                parkedIn = world;
            }
        }
    }

    /// <summary>Lets the parked run on, because nothing else can happen; false when they have gone round in this world often enough to be called livelocked.</summary>
    public bool TryResume()
    {
        resumptions = resumedIn == parkedIn ? resumptions + 1 : 1;
        resumedIn = parkedIn;
        Unpark();
        return resumptions <= MaxResumptions;
    }

    private void Unpark()
    {
        foreach (var agent in parked)
            turns.Remove(agent);
        parked.Clear();
    }

    private static bool GoesRound(List<Turn> history)
    {
        for (var length = 1; length <= LongestRound; length++)
        {
            if (Repeats(history, length))
                return true;
        }

        return false;
    }

    private static bool Repeats(List<Turn> history, int length)
    {
        var needed = Math.Max(length * Rounds, LongestRound + length);
        if (history.Count < needed)
            return false;
        for (var i = history.Count - needed + length; i < history.Count; i++)
        {
            if (history[i] != history[i - length])
                return false;
        }

        return true;
    }

    private sealed record Turn(Operation Operation, Outcome Outcome, World World);

    /// <summary>All that another agent can have changed: the objects, and who has ended.</summary>
    private sealed record World(NamedMap<ObjectState> Objects, int Ended, int Agents)
    {
        public static World Of(KernelState state)
        {
            var ended = 0;
            foreach (var agent in state.Agents.Values)
                ended += agent.Status == AgentStatus.Ended ? 1 : 0;
            return new(state.Objects, ended, state.Agents.Count);
        }
    }
}
