using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>What 15-pool must hold.</summary>
public sealed class PoolWorkChecks() : ExerciseChecks("15-pool")
{
    private static readonly Scenario Three = Scenario.Of("2 workers, 3 numbers", "Run", 2, new[] { 7, 3, 5 });
    private static readonly Scenario OneWorker = Scenario.Of("1 worker, 2 equal numbers", "Run", 1, new[] { 6, 6 });
    private static readonly Scenario TooLarge = Scenario.Of("2 workers, a number whose square is too large", "Run", 2, new[] { 7, 100_000, 5 }).ExpectingCrashes();

    private static readonly TaskStartPattern TaskStarts = new();
    private static readonly TaskEndPattern TaskEnds = new();
    private static readonly LinePattern NumberDone = LinePattern.Like("{n} done");
    private static readonly LinePattern SecondDone = LinePattern.Like("3 done");
    private static readonly LinePattern AllDone = LinePattern.Like("all done");

    // The last line has the form of a number's too.
    private static readonly LinePattern[] DoneLines = [.. ((int[])[3, 5, 7]).Select(n => LinePattern.Like($"{n} done"))];

    public override LiveRun Live { get; } = new(
        Scenario.Of("8 workers, 24 numbers", "Run", 8, Enumerable.Range(1, 24).ToArray()),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check("squares", "The workers compute the squares, and they are returned in the order of the numbers", 2)
            .In(Three)
            .That(Returns(49, 9, 25))
            .AtEnd("each square is what a worker's task came to", TaskResults.Observed, seen => seen.AreOneEach(49, 9, 25))
            .WithHint("In which order were the tasks handed in, and in which order are they done?"),
    ];

    private static AtEnd<int> Returns(params int[] squares) => new(
        $"{string.Join(", ", squares)} are returned",
        Observe.Nothing,
        (_, end) => end.Result<int[]>() is { } found && found.SequenceEqual(squares),
        (_, end) => end.Result<int[]>() is { } found ? $"returned were {string.Join(", ", found)}" : "nothing was returned");
}
