using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>What a check's outcome rests on, in words. Which inputs were drawn is in the JSON: a list of them is longer than all else that is said of a check.</summary>
internal static class CertaintyWords
{
    /// <param name="check">The check.</param>
    /// <param name="note">The sign of the note that tells its proof's bound; empty where it has none.</param>
    public static LocalizedText Of(CheckResult check, string note = "") => (check.Certainty, check.Status) switch
    {
        (Certainty.None, _) => LocalizedText.Empty,
        (Certainty.Proved, CheckStatus.Passed) => Proved(check, note),
        (Certainty.Proved, _) => BySearch(check),
        (_, CheckStatus.Passed) when check.States > 0 => SampledAfterSearch(check),
        (_, CheckStatus.Passed) => Sampled(check),
        (_, CheckStatus.Failed) when check.SampledRuns == 0 => BySearch(check),
        _ => BySampling(check),
    };

    private static LocalizedText Proved(CheckResult check, string note)
    {
        var (larger, inputs, all) = (Larger(check), Inputs(check.Scenario), Interleavings(check.Interleavings));
        return (
            $"proved{note}: {all.En}{(inputs > 1 ? $" of {inputs} inputs" : "")}, {Count(check.States, "state")}{larger.En}",
            $"已证明{note}：{(inputs > 1 ? $"{inputs} 组输入的" : "")}{all.Zh}，{check.States:N0} 个状态{larger.Zh}");
    }

    private static LocalizedText Interleavings(string? number) => number switch
    {
        null => ("every interleaving", "所有执行顺序"),
        "1" => ("the only interleaving", "唯一的一种执行顺序"),
        _ => ($"all {BigNumber.Of(number)} interleavings", $"全部 {BigNumber.Of(number)} 种执行顺序"),
    };

    private static LocalizedText BySearch(CheckResult check)
    {
        // A proof's bound is what it holds within; a sample's is how much it says.
        var (bound, searched) = (Bound(check), Searched(check));
        return (
            $"by search{(check.Bound is null ? "" : $" {bound.En}")}: {searched.En}",
            $"由搜索得出{(check.Bound is null ? "" : $"（{bound.Zh}）")}：{searched.Zh}");
    }

    private static LocalizedText SampledAfterSearch(CheckResult check)
    {
        var (bound, searched, larger) = (Bound(check), Searched(check), Larger(check));
        return ($"sampled: {bound.En}: {searched.En}{larger.En}", $"抽样：{bound.Zh}：{searched.Zh}{larger.Zh}");
    }

    private static LocalizedText Sampled(CheckResult check) => Runs(check).Of("sampled", "抽样");

    private static LocalizedText BySampling(CheckResult check) => Runs(check).Of("by sampling", "由抽样得出");

    private static LocalizedText Of(this LocalizedText runs, string en, string zh) => ($"{en}: {runs.En}", $"{zh}：{runs.Zh}");

    private static LocalizedText Runs(CheckResult check)
    {
        var bound = Bound(check);
        return (
            $"{Count(check.SampledRuns, "run")}{(check.Bound is null ? "" : $"; {bound.En}")}",
            $"{check.SampledRuns:N0} 次运行{(check.Bound is null ? "" : $"；{bound.Zh}")}");
    }

    private static LocalizedText Searched(CheckResult check) => (
        $"{Count(check.States, "state")}, {Count(check.RealRuns, "real run")}",
        $"{check.States:N0} 个状态，{check.RealRuns:N0} 次真实运行");

    private static LocalizedText Larger(CheckResult check) => check.SampledRuns == 0 ? LocalizedText.Empty : (
        $"; {Count(check.SampledRuns, "run")}{(check.Larger is null ? "" : " of a larger one")} sampled",
        $"；另{(check.Larger is null ? "" : "对更大的输入")}抽样运行 {check.SampledRuns:N0} 次");

    // A scenario names its inputs one after another.
    private static int Inputs(LocalizedText? scenario) => scenario?.En.Split("; ").Length ?? 1;

    private static LocalizedText Bound(CheckResult check) => (check.Bound ?? LocalizedText.Empty).Select(Plain.Line);

    private static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";
}
