using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Reports;

/// <summary>What must be said before a hand-in's code runs.</summary>
public static class Warnings
{
    /// <summary>What the hand-in could do, for want of a wall, to whoever grades it; null where nothing is missing.</summary>
    public static LocalizedText? Before(SandboxReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var missing = report.NotEnforced.Where(n => n.IsDemanded).ToList();
        if (missing.Count == 0)
            return null;
        var why = missing[0].Why.Select(Plain.Line);
        return (
            $"No wall here is complete: {string.Join(", ", missing.Select(m => m.Limit))} not enforced. {why.En} Until then the list of what a hand-in may use stands alone between it and what you can read and write; --require-sandbox refuses to grade so.",
            $"这里没有一道防护是完整的：没有落实 {string.Join("、", missing.Select(m => m.Limit))}。{why.Zh}在此之前，挡在提交的代码与你能读写的东西之间的，只有那份“可以用什么”的清单；加上 --require-sandbox 则拒绝这样评分。");
    }
}
