using ExerciseKit.Contract;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>The lines of the callbacks, beside the tasks that they speak of.</summary>
/// <param name="TasksDone">How many tasks are done.</param>
/// <param name="Said">The lines, sorted.</param>
/// <param name="First">The first of them; null while there is none.</param>
/// <param name="IsPrompt">Whether it came before the last task was done.</param>
/// <param name="Fault">The first line out of place, in words; null while there is none.</param>
internal sealed record CallbackLines(int TasksDone, EquatableArray<string> Said, string? First, bool IsPrompt, string? Fault)
{
    /// <summary>The lines for these numbers, no two of which are equal.</summary>
    // By number: 'all done' has the form '{n} done' too.
    public static Observer<CallbackLines> Observed(params int[] numbers) => new(
        new CallbackLines(0, [], null, IsPrompt: false, null),
        (seen, happened) => happened is LinePrinted printed ? seen.After(printed, numbers.Length) : seen with { TasksDone = seen.TasksDone + 1 },
        [new TaskEndPattern(), .. numbers.Select(n => LinePattern.Like($"{n} done"))]);

    /// <summary>Whether each of these numbers was said to be done once, by the parent, and none before its time.</summary>
    public bool AreOneEach(params int[] numbers) =>
        Fault is null && Said.SequenceEqual(numbers.Select(n => $"{n} done").Order(StringComparer.Ordinal));

    public override string ToString() => Fault
        ?? (First is null ? "there was no such line" : $"there were {string.Join(", ", Said.Select(line => $"'{line}'"))}, the first of them {(IsPrompt ? "while tasks ran" : "when all tasks were done")}");

    private CallbackLines After(LinePrinted printed, int tasks)
    {
        var fault = printed.Agent != Names.Root ? "was printed by a worker, not by the parent"
            : Said.Count >= TasksDone ? $"came when {TasksDone} tasks were done"
            : null;
        return this with
        {
            Said = [.. Said.Append(printed.Line).Order(StringComparer.Ordinal)],
            First = First ?? printed.Line,
            IsPrompt = First is null ? TasksDone < tasks : IsPrompt,
            Fault = Fault ?? (fault is null ? null : $"'{printed.Line}' {fault}"),
        };
    }
}
