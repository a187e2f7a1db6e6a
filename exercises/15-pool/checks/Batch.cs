using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>What one pool is asked for: how many workers, and which numbers.</summary>
internal sealed record Batch(int Workers, EquatableArray<int> Numbers)
{
    /// <summary>The callbacks' lines. 'all done' has their form, but is about no number.</summary>
    public LinePattern Done { get; } = LinePattern.Like("{n} done").Where("n", Numbers.Select(n => $"{n}"));

    public EquatableArray<long> Squares { get; } = Numbers.Select(Square).ToEquatableArray();

    /// <summary>The squares that a task can have from nowhere but its own work, or from somebody who did it before.</summary>
    public IEnumerable<long> TellingSquares => Squares.Where(s => s > Numbers.Count && Numbers.All(n => n != s));

    public int AtOnce => Math.Min(Workers, Numbers.Count);

    public TimeSpan Makespan => TimeSpan.FromSeconds((Numbers.Count + Workers - 1) / Workers);

    public Scenario Scenario => Scenario.Of(
        ($"{(Workers == 1 ? "1 worker" : $"{Workers} workers")}, numbers {string.Join(", ", Numbers)}", $"{Workers} 个工作进程，各数为 {string.Join(", ", Numbers)}"),
        "Run", Workers, Numbers.ToArray());

    public static Batch Of(int workers, params int[] numbers) => new(workers, [.. numbers]);

    /// <summary>Two numbers whose squares an int can hold; now and then the same twice.</summary>
    public static Batch OfTwo(int workers, Chance chance) => chance.From(0, 4) == 0 && Number(chance) is var twice
        ? Of(workers, twice, twice)
        : Of(workers, Number(chance), Number(chance));

    /// <summary>A number for each worker.</summary>
    public static Batch OneEach(int workers, Chance chance) => Of(workers, [.. Enumerable.Range(0, workers).Select(_ => Number(chance))]);

    public static long Square(int n) => (long)n * n;

    private static int Number(Chance chance) => chance.OneOf(chance.From(-9, 9), chance.From(11, 99), chance.From(-46_340, 46_340));
}
