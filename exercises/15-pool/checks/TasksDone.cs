using System.Globalization;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>What the workers were given and what their tasks came to.</summary>
/// <param name="Results">Of the tasks that succeeded, sorted.</param>
/// <param name="Failures">The types of the exceptions that ended the others, sorted.</param>
/// <param name="HandedIn">A square that a task had in its argument, before any work; null while there is none.</param>
internal sealed partial record TasksDone(EquatableArray<TaskValue> Results, EquatableArray<string> Failures, long? HandedIn)
{
    public static Observer<TasksDone> Of(Batch batch) => new(
        new TasksDone([], [], null),
        (seen, happened) => ((OperationCompleted)happened) switch
        {
            { Outcome: GivenTask given } => seen with { HandedIn = seen.HandedIn ?? FirstIn(given.Arguments.Json, batch.TellingSquares) },
            { Operation: CompleteTask { Result: var result } } => seen.With(result, batch),
            _ => seen,
        },
        [new TaskStartPattern(), new TaskEndPattern()],
        seen => seen.Describe())
    { SeesAgents = false, SeesTime = false };

    /// <summary>Whether each square is what a task of its own came to, and the work was left to it. What other tasks there were is not asked.</summary>
    public bool AreOneEach(Batch batch) => HandedIn is null && AreOneEach([.. batch.Squares], [.. Results]);

    /// <summary>Those of the squares that stand in a value: alone, or beside what tells where they belong, as in a tuple or a record.</summary>
    public static EquatableArray<long> SquaresIn(string json, EquatableArray<long> squares)
    {
        var numbers = Numbers().Matches(json).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToHashSet();
        return squares.Distinct().Where(s => numbers.Contains(s)).Order().ToEquatableArray();
    }

    public LocalizedText Describe()
    {
        var cameTo = string.Join(", ", Results.Select(r => r.Text).Concat(Failures.Select(TaskFailure.NameOf)));
        return HandedIn is { } square ? ($"a task was handed {square}, the square itself, as its argument", $"有任务的参数就是 {square}，即平方本身")
            : cameTo.Length == 0 ? ("no worker did a task", "没有工作进程做过任务")
            : ($"tasks came to {cameTo}", $"各任务的结果是 {cameTo}");
    }

    private static long? FirstIn(string json, IEnumerable<long> squares) =>
        SquaresIn(json, squares.ToEquatableArray()) is { Count: > 0 } found ? found[0] : null;

    private static bool AreOneEach(List<long> squares, List<TaskValue> results) => squares.Count == 0
        || results.Where(r => r.Squares.Contains(squares[0])).Any(r => AreOneEach(squares[1..], [.. results.Where(other => !ReferenceEquals(other, r))]));

    private TasksDone With(TaskResult result, Batch batch) => result.Failure is { } failure
        ? this with { Failures = [.. Failures.Append(failure.Type).Order(StringComparer.Ordinal)] }
        : this with { Results = [.. Results.Append(TaskValue.Of(result.Value ?? Payload.Null, batch)).OrderBy(r => r.Text, StringComparer.Ordinal)] };

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")]
    private static partial Regex Numbers();
}

/// <summary>What a task returned.</summary>
/// <param name="Text">The value, as a result shows it.</param>
/// <param name="Squares">Those of the wanted squares that stand in it.</param>
internal sealed record TaskValue(string Text, EquatableArray<long> Squares)
{
    public static TaskValue Of(Payload value, Batch batch) => new(value.Short, TasksDone.SquaresIn(value.Json, batch.Squares));
}
