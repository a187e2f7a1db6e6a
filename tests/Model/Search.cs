using System.Numerics;

namespace ExerciseKit.Tests.Model;

/// <summary>All that a program can come to.</summary>
/// <param name="Ends">The end states.</param>
/// <param name="Schedules">In how many ways they are reached.</param>
/// <param name="States">How many different moments the ways go through.</param>
internal sealed record Explored(IReadOnlySet<EndState> Ends, BigInteger Schedules, int States);

/// <summary>Plain depth-first search: every turn in every moment, nothing left out because it would not matter.</summary>
internal static class Search
{
    /// <summary>All end states; a moment met again is not gone through again.</summary>
    /// <returns>Null where there are more than <paramref name="maxStates"/> moments.</returns>
    public static Explored? Exhaust<TRun>(TRun start, int maxStates)
        where TRun : IRun<TRun>
    {
        var schedules = new Dictionary<object, BigInteger>();
        var ends = new HashSet<EndState>();
        return Visit(start) is { } count ? new Explored(ends, count, schedules.Count) : null;

        BigInteger? Visit(TRun run)
        {
            var key = run.Key;
            if (schedules.TryGetValue(key, out var known))
                return known;
            if (schedules.Count >= maxStates)
                return null;
            var turns = run.Turns;
            var count = turns.Count == 0 ? BigInteger.One : BigInteger.Zero;
            if (turns.Count == 0)
                ends.Add(run.End);
            foreach (var turn in turns)
            {
                if (Visit(run.After(turn)) is not { } further)
                    return null;
                count += further;
            }

            schedules[key] = count;
            return count;
        }
    }

    /// <summary>Every schedule from its beginning to its end, one by one, with nothing kept from one to the next.</summary>
    public static IEnumerable<(IReadOnlyList<Turn> Schedule, EndState End)> EverySchedule<TRun>(TRun start)
        where TRun : IRun<TRun>
    {
        return From(start, []);

        static IEnumerable<(IReadOnlyList<Turn>, EndState)> From(TRun run, List<Turn> before)
        {
            var turns = run.Turns;
            if (turns.Count == 0)
                yield return (before, run.End);
            foreach (var turn in turns)
            {
                foreach (var schedule in From(run.After(turn), [.. before, turn]))
                    yield return schedule;
            }
        }
    }
}
