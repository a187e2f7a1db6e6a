using System.Globalization;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Isolation;

/// <summary>What those had in their field at their end who put a number into a queue, and what the parent had.</summary>
internal static class Wallets
{
    public static Observer<EquatableArray<Wallet>> Seen { get; } = new(
        [],
        (wallets, happened) => After(wallets, happened),
        [new OperationPattern<PutItem> { Who = Who.Child }, new EndPattern()],
        wallets => wallets.Count == 0
            ? ("no field was seen", "没有看到字段的值")
            : LocalizedText.Join((", ", "，"), wallets.Where(w => w.Money is not null).Select(w => w.Describe())))
    { SeesTime = false };

    private static EquatableArray<Wallet> After(EquatableArray<Wallet> wallets, KernelEvent happened) => happened switch
    {
        ProcessEnded { Agent: Names.Root } ended => [.. wallets, new Wallet(ended.Agent, MoneyAt(ended))],
        ProcessEnded ended => [.. wallets.Select(w => w.Agent == ended.Agent ? w with { Money = MoneyAt(ended) } : w)],
        OperationCompleted when wallets.All(w => w.Agent != happened.Agent) => [.. wallets, new Wallet(happened.Agent, null)],
        _ => wallets,
    };

    private static int? MoneyAt(ProcessEnded ended) =>
        ended.End.Statics.FirstOrDefault(f => f is { Type: "Isolation", Name: "Money" }) is { } field
        && int.TryParse(field.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var money)
            ? money
            : null;
}

/// <summary>What a process had.</summary>
/// <param name="Agent">The process.</param>
/// <param name="Money">What was in its field at its end; null while that is not known.</param>
internal sealed record Wallet(string Agent, int? Money)
{
    public bool IsParent => Agent == Names.Root;

    public LocalizedText Describe() => IsParent ? ($"the parent had {Money}", $"父进程的是 {Money}") : ($"the child had {Money}", $"子进程的是 {Money}");

    /// <summary>Whether it had so much, as far as that is known.</summary>
    public bool Had(int money) => (Money ?? money) == money;
}
