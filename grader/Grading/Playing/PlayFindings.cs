using System.Globalization;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Grading.Playing;

/// <summary>Says what was found before the play, and what can't be.</summary>
internal static class PlayFindings
{
    public static PlaySearch Of(PlayStage stage)
    {
        var (outcome, message) = InWords(stage);
        return new PlaySearch(
            outcome,
            message,
            stage.Outcome is Broken broken ? broken.Preemptions : null,
            stage.Outcome?.States ?? 0,
            stage.Outcome is Covered covered ? covered.Interleavings.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static (PlayOutcome Outcome, LocalizedText Message) InWords(PlayStage stage) => stage.Outcome switch
    {
        Broken broken => (PlayOutcome.Breaks, Breaks(broken.Preemptions)),
        Covered when stage.IsBroken => (PlayOutcome.Breaks, ("No interleaving at all comes to what some must come to.", "没有任何一种执行顺序会出现题目要求可能出现的情况。")),
        Covered => (PlayOutcome.Holds, ("Nothing breaks in any interleaving.", "在所有可能的执行顺序下都不会出错。")),
        OutOfBudget cut => (PlayOutcome.CutOff, (
            $"The search was ended by {cut.Limit.En} before it was done, and nothing broke until then: what is further off is looked at as you come to it.",
            $"搜索用完了{cut.Limit.Zh}，没有做完，到那时还没有发现错误：更远的状态等你走到时再计算。")),
        _ => (PlayOutcome.Nondeterministic, (
            $"{stage.Why?.Text.En} What you see is one of several things that the program may do.",
            $"{stage.Why?.Text.Zh}你看到的只是这个程序几种可能表现中的一种。")),
    };

    public static PlayChart Of(ChartOutcome chart) => new(chart.States, chart.Interleavings?.ToString(CultureInfo.InvariantCulture), chart.Cut is null, chart.Cut switch
    {
        null => LocalizedText.Empty,
        ChartCut.Stopped => ($"The map was stopped at {chart.States:N0} states: what lies beyond is not counted, and is looked at as you come to it.", $"状态图在 {chart.States:N0} 个状态处被停下：更远的没有计数，等你走到时再计算。"),
        ChartCut.Nondeterministic => ($"The map ends at {chart.States:N0} states, where the program did not do the same twice.", $"状态图止于 {chart.States:N0} 个状态：在那里，程序两次的表现不一样。"),
        _ => ($"The map ends at {chart.States:N0} states, which is as many as are kept: what lies beyond is not counted, and is looked at as you come to it.", $"状态图止于 {chart.States:N0} 个状态，这是能保存的上限：更远的没有计数，等你走到时再计算。"),
    });

    /// <summary>A choice can't be followed, since the program does not do the same twice.</summary>
    public static LocalizedText Unlike(int choice, LocalizedText how) => (
        $"At choice {choice} the program did not do the same as before: {how.En} What follows there is one of several, and can't be shown; take another choice, or go back.",
        $"在第 {choice} 次选择处，程序的表现与之前不同：{how.Zh}接下来只是几种可能中的一种，无法展示；请换一个选择，或者退回去。");

    private static LocalizedText Breaks(int switches) => switches switch
    {
        0 => ("Some interleaving breaks it, without taking over from a process that could have gone on.", "有的执行顺序会让它出错，而且不需要打断任何还能继续的进程。"),
        1 => ("Some interleaving breaks it: one that takes over once from a process that could have gone on.", "有的执行顺序会让它出错：只要打断一次还能继续的进程。"),
        _ => ($"Some interleaving breaks it: one that takes over {switches} times from a process that could have gone on.", $"有的执行顺序会让它出错：要打断 {switches} 次还能继续的进程。"),
    };
}
