using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>What the tasks of a pool came to.</summary>
/// <param name="Values">What those that succeeded returned, sorted.</param>
/// <param name="Failures">The types of the exceptions that ended the others, sorted.</param>
internal sealed record TaskResults(EquatableArray<string> Values, EquatableArray<string> Failures)
{
    public static Observer<TaskResults> Observed { get; } = new(
        new TaskResults([], []),
        (seen, happened) => seen.With(((CompleteTask)((OperationCompleted)happened).Operation).Result),
        [new TaskEndPattern()])
    { SeesAgents = false };

    /// <summary>Whether there is one task for each of these squares, and nothing else.</summary>
    public bool AreOneEach(params int[] squares) =>
        Failures.Count == 0 && Values.Count == squares.Length && squares.All(square => Values.Any(value => Holds(value, square)));

    public override string ToString() =>
        (Values.Count + Failures.Count) == 0 ? "no worker did a task" : $"tasks came to {string.Join(", ", Values.Concat(Failures))}";

    // The square alone, or beside what tells where it belongs: a tuple, a record.
    private static bool Holds(string value, int square) => Regex.IsMatch(value, $@"(?<![\d.]){square}(?![\d.])");

    private TaskResults With(TaskResult result) => result.Failure is { } failure
        ? this with { Failures = [.. Failures.Append(failure.Type).Order(StringComparer.Ordinal)] }
        : this with { Values = [.. Values.Append(result.Value?.Json ?? "nothing").Order(StringComparer.Ordinal)] };
}
