using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Tries some schedules of a state space in memory, where there are too many for all of them.</summary>
/// <remarks>
/// The strategies take turns. What they try are the same states and steps that a search goes through, over the same learnt
/// behaviour, so that tens of thousands of schedules cost seconds. Agents keep their names here: a strategy keeps
/// priorities by name.
/// </remarks>
internal sealed class SampledSearch(StateSpace space, BehaviourLibrary library, SamplingBudget budget, int seed)
{
    /// <summary>How many states are looked at for one from which somebody gets on; where there are more, the schedule goes on.</summary>
    private const int MaxLookedAt = 5_000;

    /// <summary>How many states are kept, of those that ways led through.</summary>
    private const int MaxKept = 20_000;

    private readonly HashSet<Property> reached = [];

    /// <summary>States in which all go round alone, and somebody gets on none the less, as far as that is known.</summary>
    private readonly HashSet<SearchState> escapable = [];
    private readonly List<Choice> way = [];
    private readonly Dictionary<SearchState, Spot> spots = [];
    private int roundsThen;
    private bool isFull;
    private int unfinished;
    private int steps;

    /// <summary>Tries them.</summary>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public SearchOutcome Run(CancellationToken cancellation)
    {
        Tried? best = null;
        var last = budget.MaxSchedules;
        var most = space.Size + budget.MaxEntries;
        space.MaxSize = most;
        var runsBefore = library.RealRuns;
        var ended = Walk(Strategies.First(seed), cancellation);
        space.MaxSize = long.MaxValue;
        var first = space.Replay(way);
        space.MaxSize = most;
        var profile = RunProfile.Of(first.Trace);
        var schedules = 1;
        Keep(ended);
        for (; schedules < last && library.RealRuns - runsBefore < budget.MaxRealRuns && steps < budget.MaxStepsInAll && !isFull && !space.IsOutdated; schedules++)
            Keep(Walk(Strategies.InTurn(schedules, unchecked((seed * 1_000_003) + schedules), profile), cancellation));

        space.MaxSize = long.MaxValue;
        return best is { } found
            ? Report(found, schedules)
            : new Sampled(schedules, unfinished, Reached(), Strategies.Guarantee(profile), first.Trace);

        // Of those that break something the simplest is told; once there is one, a few more are tried for a simpler one.
        void Keep(End end)
        {
            if (end is End.Fine or End.Unfinished)
                return;
            if (best is null)
                last = Math.Min(last, schedules + budget.MoreAfterAFault);
            var tried = new Tried(end, [.. way], Preemptions());
            if (best is null || (tried.Preemptions, tried.Way.Length).CompareTo((best.Preemptions, best.Way.Length)) < 0)
                best = tried;
        }
    }

    private End Walk(ISchedule schedule, CancellationToken cancellation)
    {
        way.Clear();
        try
        {
            return ToItsEnd(schedule, cancellation);
        }
        catch (StatesFullException)
        {
            isFull = true;
            // The last choice could not be made any more.
            if (way.Count > 0)
                way.RemoveAt(way.Count - 1);
            unfinished++;
            return End.Unfinished;
        }
    }

    private End ToItsEnd(ISchedule schedule, CancellationToken cancellation)
    {
        var at = space.Start();
        while (at.Stop is null)
        {
            cancellation.ThrowIfCancellationRequested();
            reached.UnionWith(at.Reached);
            if (way.Count >= budget.MaxSteps)
            {
                unfinished++;
                return End.Unfinished;
            }

            var spot = SpotAt(at.State);
            if (spot.Choices.Count == 0)
                return End.Deadlocked;
            if (spot.GoesRound && IsEndless(at.State))
                return End.Endless;
            var choice = schedule.Pick(space.KernelOf(at.State), spot.Choices) ?? throw new InvalidOperationException($"{schedule.GetType().Name} picked none of {spot.Choices.Count} choices.");
            way.Add(choice);
            steps++;
            at = spot.Next[spot.Choices.IndexOf(choice)] ??= space.Next(at.State, choice);
        }

        reached.UnionWith(at.Reached);
        return at.Stop.IsBroken ? End.Broken : End.Fine;
    }

    /// <summary>What can happen in a state: worked out once for all ways through it, as long as no further rounds are found.</summary>
    private Spot SpotAt(SearchState state)
    {
        if (roundsThen != library.Rounds || spots.Count == MaxKept)
        {
            spots.Clear();
            roundsThen = library.Rounds;
        }

        if (spots.TryGetValue(state, out var known))
            return known;
        var choices = space.Choices(state);
        // Who goes round changes nothing, however often: that holds nobody up, until there is nobody else.
        var others = library.HasRounds ? choices.FindAll(c => !space.GoesRound(state, c)) : choices;
        var goesRound = others.Count == 0 && choices.Count > 0;
        return spots[state] = new Spot(goesRound ? choices : others, goesRound);
    }

    /// <summary>Whether nobody ever gets on from a state in which all go round.</summary>
    /// <remarks>Who goes round alone may give back on the way what another waits for: only where all that can be reached goes round is there no end.</remarks>
    private bool IsEndless(SearchState state)
    {
        if (escapable.Contains(state))
            return false;
        var met = new HashSet<SearchState> { state };
        var open = new Queue<SearchState>(met);
        while (open.TryDequeue(out var at))
        {
            foreach (var choice in space.Choices(at))
            {
                var next = space.Next(at, choice);
                if (next.Stop is not null || !space.IsRound(next.State))
                {
                    escapable.Add(state);
                    return false;
                }

                if (met.Add(next.State))
                    open.Enqueue(next.State);
                if (met.Count > MaxLookedAt)
                {
                    // Not known: none of them is looked at again.
                    escapable.UnionWith(met);
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>How often the way takes over from an agent that could have gone on.</summary>
    private int Preemptions()
    {
        var (at, last, preemptions) = (space.Start(), (string?)null, 0);
        foreach (var choice in way)
        {
            preemptions += choice.Agent != last && space.Choices(at.State).Any(c => c.Agent == last && c.Kind == ChoiceKind.Complete) ? 1 : 0;
            last = choice.Agent;
            at = space.Next(at.State, choice);
        }

        return preemptions;
    }

    private Broken Report(Tried found, int schedules)
    {
        var told = new FoundSchedule(space, states: 0);
        var broken = found.End switch
        {
            End.Deadlocked => told.Deadlocked(found.Way, found.Preemptions),
            End.Endless => told.Endless(found.Way, found.Preemptions),
            _ => told.Broken(found.Way, found.Preemptions),
        };
        return broken with { Schedules = schedules };
    }

    private List<Property> Reached() => [.. space.Properties.Where(reached.Contains)];

    private enum End
    {
        Fine,
        Unfinished,
        Broken,
        Deadlocked,
        Endless,
    }

    /// <summary>A state that ways lead through.</summary>
    /// <param name="Choices">What may be done there.</param>
    /// <param name="GoesRound">Whether all of it only goes round.</param>
    private sealed record Spot(List<Choice> Choices, bool GoesRound)
    {
        /// <summary>What each choice leads to; null while nobody has made it.</summary>
        public Transition?[] Next { get; } = new Transition?[Choices.Count];
    }

    private sealed record Tried(End End, Choice[] Way, int Preemptions);
}
