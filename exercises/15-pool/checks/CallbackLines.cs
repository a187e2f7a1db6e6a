using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>The lines of the callbacks, beside the tasks that they speak of.</summary>
/// <param name="Tasks">How many tasks have come to a square.</param>
/// <param name="Done">The squares that they have come to, sorted.</param>
/// <param name="Said">The numbers that were said to be done, sorted.</param>
/// <param name="First">The first of them; null while there is none.</param>
/// <param name="IsPrompt">Whether it was said before the last task was done.</param>
/// <param name="Fault">The first line out of place, in words; null while there is none.</param>
internal sealed record CallbackLines(int Tasks, EquatableArray<long> Done, EquatableArray<int> Said, int? First, bool IsPrompt, LocalizedText? Fault)
{
    public static Observer<CallbackLines> Of(Batch batch) => new(
        new CallbackLines(0, [], [], null, IsPrompt: false, null),
        (seen, happened) => happened switch
        {
            LinePrinted printed => seen.After(printed, int.Parse(batch.Done.Capture(printed, "n")), batch),
            OperationCompleted { Operation: CompleteTask { Result.Value: { } value } } => seen.After(TasksDone.SquaresIn(value.Json, batch.Squares)),
            _ => seen,
        },
        [new TaskEndPattern(), batch.Done],
        seen => seen.Describe())
    { SeesAgents = false, SeesTime = false };

    /// <summary>Whether each number was said to be done once, by the parent, and none before its own task was.</summary>
    public bool AreOneEach(Batch batch) => Fault is null && Said.SequenceEqual(batch.Numbers.Order());

    public LocalizedText Describe() => Fault ?? (First is null
        ? ("there was no such line", "没有这样的行")
        : ($"there were {string.Join(", ", Said.Select(n => $"'{n} done'"))}, the first of them {(IsPrompt ? "while tasks ran" : "when all tasks were done")}",
           $"打印了{string.Concat(Said.Select(n => $"“{n} done”"))}，其中第一行是{(IsPrompt ? "在任务进行中" : "在所有任务完成之后")}打印的"));

    private CallbackLines After(EquatableArray<long> squares) => squares.Count == 0
        ? this
        : this with { Tasks = Tasks + 1, Done = [.. Done.Concat(squares).Order()] };

    private CallbackLines After(LinePrinted printed, int number, Batch batch)
    {
        LocalizedText? fault = printed.Agent != Names.Root ? ("was printed by a worker, not by the parent", "由工作进程打印，而不是父进程")
            : Said.Count(n => Batch.Square(n) == Batch.Square(number)) >= Done.Count(s => s == Batch.Square(number)) ? ($"came before the task of {number} was done", $"出现时 {number} 的任务还没有完成")
            : null;
        return this with
        {
            Said = [.. Said.Append(number).Order()],
            First = First ?? number,
            IsPrompt = First is null ? Tasks < batch.Numbers.Count : IsPrompt,
            Fault = Fault ?? (fault is null ? null : ($"'{printed.Line}' {fault.En}", $"“{printed.Line}”{fault.Zh}")),
        };
    }
}
