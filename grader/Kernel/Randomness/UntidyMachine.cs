using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Randomness;

/// <summary>What a program can learn of the machine that it runs on: all of it by the run's seed, and none of it tidy.</summary>
/// <remarks>
/// A program that works only where process ids follow one another, where no year ends while it runs, where local time is
/// UTC or where a clock starts at zero must fail, as it would on a machine of its own some day.
/// </remarks>
public static class UntidyMachine
{
    private const int Years = 10;
    private const int FirstYear = 2027;
    private const long LeastUptimeMs = 90_000_000;
    private const long UptimeRangeMs = 900_000_000;
    private const int LongestDriftMs = 7;
    private const int MostLateTicks = 2 * (int)TimeSpan.TicksPerMillisecond;

    /// <summary>The first id that is given to a user's process.</summary>
    private const int FirstId = 300;

    /// <summary>Half the bits of the ids of children and grandchildren: as large as a system's get.</summary>
    private const int SmallHalf = 10;

    private const int ChildrenPerLevel = 1000;

    /// <summary>Half the bits of the ids of those deeper in a family, of up to five generations of up to 63.</summary>
    private const int LargeHalf = 15;

    private const int FirstDeepId = FirstId + (1 << (2 * SmallHalf));
    private const int DigitsOfADeepName = 5;
    private const int LargestDigit = 63;

    // From far west to far east, by whole hours and by parts of one.
    private static readonly int[] ZonesInMinutes = [-570, -480, -210, -60, 60, 120, 330, 345, 540, 765];

    /// <summary>When a run begins, in UTC: less than two seconds before a year ends in local time.</summary>
    public static DateTime StartOf(int seed)
    {
        var midnight = new DateTime(FirstYear + 1 + From(seed, "year", Years), 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return midnight.AddMinutes(-ZoneOf(seed)).AddTicks(-(1 + (long)(Mixing.Of(seed, "start", 0) % (2 * TimeSpan.TicksPerSecond))));
    }

    /// <summary>How much later than UTC local time is, in minutes; never 0.</summary>
    public static int ZoneOf(int seed) => ZonesInMinutes[From(seed, "zone", ZonesInMinutes.Length)];

    /// <summary>How long the machine has been running when a run begins: a day to eleven.</summary>
    public static TimeSpan UptimeOf(int seed) =>
        TimeSpan.FromTicks((LeastUptimeMs + (long)(Mixing.Of(seed, "uptime", 0) % UptimeRangeMs)) * TimeSpan.TicksPerMillisecond + 3);

    /// <summary>How much later a process looks at the clock than its parent does in the same place, where time is loose.</summary>
    /// <remarks>Two processes that look at the same time do not see the same time; a child never sees an earlier one than the parent that started it.</remarks>
    public static TimeSpan DriftOf(int seed, string agent)
    {
        var drift = TimeSpan.Zero;
        for (var name = agent; Names.Creator(name) is { } creator; name = creator)
            drift += TimeSpan.FromMilliseconds(From(seed, $"drift {name}", LongestDriftMs + 1));
        return drift;
    }

    /// <summary>How much longer than asked a sleep or a time-out takes, where time is loose: never nothing, at most 2 ms.</summary>
    /// <remarks>Who takes what is left of a deadline for not below zero is wrong on every machine.</remarks>
    public static TimeSpan LatenessOf(int seed) => TimeSpan.FromTicks(1 + From(seed, "lateness", MostLateTicks));

    /// <summary>What a clock shows.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="sinceStart">How long the run has lasted.</param>
    public static ClockReading Read(int seed, TimeSpan sinceStart) => new(
        Later(StartOf(seed).Ticks, sinceStart, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay),
        Later(UptimeOf(seed).Ticks, sinceStart, long.MaxValue),
        ZoneOf(seed));

    /// <summary>A process's id: by its name alone, so that it is the same in every interleaving; with gaps, in no order.</summary>
    public static int IdOf(int seed, string name)
    {
        int[] ordinals = Names.IsReplacement(name) ? [.. Enumerable.Repeat(0, DigitsOfADeepName + 1)] : [.. name.Split('.').Skip(1).Select(int.Parse)];
        return ordinals switch
        {
            [] => FirstId + Shuffled(seed, 0, SmallHalf),
            [< 1 << (2 * SmallHalf - 1)] => FirstId + Shuffled(seed, 1 + ordinals[0], SmallHalf),
            [< ChildrenPerLevel - 1, < ChildrenPerLevel] => FirstId + Shuffled(seed, ((1 + ordinals[0]) * ChildrenPerLevel) + ordinals[1], SmallHalf),
            { Length: <= DigitsOfADeepName } when ordinals.All(o => o < LargestDigit) =>
                FirstDeepId + Shuffled(seed, ordinals.Aggregate(0, (code, o) => (code * (LargestDigit + 1)) + o + 1), LargeHalf),
            // Nobody has such a family; its ids are apart well enough.
            _ => FirstDeepId + (int)(Mixing.Of(seed, name, 0) >> 34),
        };
    }

    // A Feistel network: each number below 2^(2 half) becomes another one, and no two the same.
    private static int Shuffled(int seed, int number, int half)
    {
        var mask = (1 << half) - 1;
        var (left, right) = (number >> half, number & mask);
        for (var round = 0; round < 4; round++)
            (left, right) = (right, left ^ ((int)Mixing.Of(seed, $"id {round}", right) & mask));
        return (left << half) | right;
    }

    private static int From(int seed, string what, int values) => (int)(Mixing.Of(seed, what, 0) % (ulong)values);

    private static long Later(long start, TimeSpan by, long last) => by.Ticks > last - start ? last : start + by.Ticks;
}
