using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Bank;

/// <summary>Who changes balances: the children that did, in order, and how often the parent did with a child started.</summary>
internal sealed record Clerks(Accounts Accounts, EquatableArray<string> Children, int ByTheParent)
{
    public static Observer<Clerks> Of(Transfers transfers) => new(
        new Clerks(Accounts.None, [], 0),
        (clerks, happened) => happened is OperationCompleted completed ? clerks.After(completed, transfers) : clerks with { Accounts = clerks.Accounts.Opened },
        [new StartPattern { Who = Who.Root }, new OperationPattern<FileOperation> { Where = IsChange }, new OperationPattern<ObjectOperation> { Where = IsChange }],
        clerks => clerks.Describe())
    { SeesTime = false };

    /// <summary>Whether there was a child for each transfer, and the parent made none.</summary>
    public bool AreOneEach(Transfers transfers) => Children.Count == transfers.All.Count && ByTheParent == 0;

    private LocalizedText Describe()
    {
        var children = Children.Count == 0 ? ("no child", "没有子进程") : LocalizedText.Join((", ", "、"), Children.Select(ProcessPlace.Of));
        return (
            $"balances were changed by {children.En}{(ByTheParent == 0 ? "" : $", and {ByTheParent} times by the parent")}",
            $"改过余额的子进程：{children.Zh}{(ByTheParent == 0 ? "" : $"；父进程改了 {ByTheParent} 次")}");
    }

    private Clerks After(OperationCompleted completed, Transfers transfers)
    {
        if (completed.Agent == Names.Root && !Accounts.IsOpen)
            return this with { Accounts = Accounts.After(completed.Operation, transfers) };
        if (!Accounts.AreTouchedBy(completed.Operation))
            return this;
        if (completed.Agent != Names.Root)
            return this with { Children = [.. Children.Append(completed.Agent).Distinct().Order(StringComparer.Ordinal)] };
        return completed.Operation is DeleteFile ? this : this with { ByTheParent = ByTheParent + 1 };
    }

    private static bool IsChange(Operation operation) => operation is MoveFile or PutItem or GetItem || !operation.IsLook;
}
