using ExerciseKit.Exploration.Traces;
using ExerciseKit.Tests.Exploration.Oracle.Claims;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>What the plain enumeration of all schedules says of a program.</summary>
/// <param name="Wrongs">What is wrong in some schedule.</param>
/// <param name="Reached">The claims that some schedule reaches.</param>
/// <param name="Ends">The worlds in which it can end, in an order of their own.</param>
/// <param name="States">How many moments there are.</param>
internal sealed record Judged(IReadOnlySet<string> Wrongs, IReadOnlySet<Claim> Reached, IReadOnlyList<World> Ends, int States);

/// <summary>Judges a program by going through every turn in every moment of the model.</summary>
internal static class PlainJudge
{
    /// <returns>Null where there are more than <paramref name="maxStates"/> moments.</returns>
    public static Judged? Judge(Moment start, int maxStates)
    {
        var wrongs = new HashSet<string>(start.Wrongs);
        var reached = new HashSet<Claim>(start.Reached);
        var ends = new SortedDictionary<string, World>(StringComparer.Ordinal);
        var seen = new HashSet<string> { start.Key };
        var open = new Stack<Moment>([start]);
        while (open.TryPop(out var at))
        {
            var turns = at.World.Turns;
            if (turns.Count == 0)
                ends[at.World.End.ToString()] = at.World;
            foreach (var turn in turns)
            {
                var (next, wrong, some) = at.After(turn);
                wrongs.UnionWith(wrong);
                reached.UnionWith(some);
                if (!seen.Add(next.Key))
                    continue;
                if (seen.Count > maxStates)
                    return null;
                open.Push(next);
            }
        }

        return new Judged(wrongs, reached, [.. ends.Values], seen.Count);
    }

    /// <summary>The fewest take-overs, and among those the fewest turns, after which something is wrong; null where nothing ever is.</summary>
    /// <remarks>A take-over is a turn of another process than the last while the last could have come to its result.</remarks>
    public static (int Preemptions, int Turns)? Simplest(Moment start)
    {
        var done = new HashSet<(string, string?)>();
        var open = new PriorityQueue<(Moment Moment, string? Last, bool IsWrong), (int Preemptions, int Turns)>();
        open.Enqueue((start, null, start.Wrongs.Any()), (0, 0));
        while (open.TryDequeue(out var at, out var cost))
        {
            if (at.IsWrong)
                return cost;
            if (!done.Add((at.Moment.Key, at.Last)))
                continue;
            var turns = at.Moment.World.Turns;
            var lastCanGoOn = turns.Any(t => t.Process == at.Last && t.Kind == TurnKind.Happens);
            foreach (var turn in turns)
            {
                var (next, wrongs, _) = at.Moment.After(turn);
                var preempts = lastCanGoOn && turn.Process != at.Last;
                open.Enqueue((next, turn.Process, wrongs.Count > 0), (cost.Preemptions + (preempts ? 1 : 0), cost.Turns + 1));
            }
        }

        return null;
    }

    /// <summary>Goes through one schedule.</summary>
    /// <returns>Where it leads to and what went wrong in it; or the first turn that the model does not offer.</returns>
    public static (Moment At, HashSet<string> Wrongs, Turn? Impossible) Follow(Moment start, Trace schedule)
    {
        var at = start;
        var wrongs = new HashSet<string>(start.Wrongs);
        foreach (var turn in schedule.Choices.Select(Translation.ToTurn))
        {
            if (!at.World.Turns.Contains(turn))
                return (at, wrongs, turn);
            (at, var more, _) = at.After(turn);
            wrongs.UnionWith(more);
        }

        return (at, wrongs, null);
    }
}
