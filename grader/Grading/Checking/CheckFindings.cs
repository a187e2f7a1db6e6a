using System.Globalization;
using System.Numerics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Explaining;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.Traces;

namespace ExerciseKit.Grading.Checking;

/// <summary>Writes a check's result: what was found, in which schedule, and what it rests on.</summary>
/// <param name="check">The check.</param>
/// <param name="explorer">What it was explored with.</param>
/// <param name="tokens">Writes the tokens of what is found.</param>
/// <param name="sentences">Finds the words.</param>
/// <param name="isOwn">Whether a file is the student's own.</param>
internal sealed class CheckFindings(Check check, Explorer explorer, ReplayTokens tokens, Sentences sentences, Func<string, bool> isOwn)
{
    /// <summary>A schedule breaks something.</summary>
    public CheckResult Failed(Setting setting, Broken broken, long states)
    {
        var fault = broken.Finding is null ? broken.Trace.Fault! : null;
        var verdict = fault?.Verdict ?? Verdict.Violation;
        return Basis(states) with
        {
            Status = CheckStatus.Failed,
            Verdict = verdict,
            Points = 0,
            Message = broken.Finding is { } finding ? sentences.Of(finding.Property, finding.Message, broken.Trace) : FaultWords.Of(fault!, broken.Trace),
            Hint = FaultWords.HintOf(check, verdict),
            Scenario = setting.Scenario.Name,
            Tier = setting.Tier,
            // That a loop never ends is not known, only that it goes on beyond what is followed.
            Certainty = broken.Schedules > 0 || verdict == Verdict.Hang ? Certainty.Sampled : Certainty.Proved,
            SampledRuns = broken.Schedules,
            Bound = explorer.Bound,
            ReliesOnTiming = setting.Tier == Tier.Loose && broken.Finding?.Property.Tiers.Contains(Tier.Strict) != false,
            Cycle = fault is { Cycle.Count: > 0 } ? fault.Cycle : null,
            Between = new BetweenFinder(broken.Trace, isOwn, broken.Finding?.Property, broken.Finding?.Message).Find(verdict, broken.Finding?.Step ?? broken.Trace.Steps.Count),
            Timeline = TimelineBuilder.Build(broken.Trace, broken.Trace.Steps.Count),
            Cast = TimelineBuilder.Cast(broken.Trace, broken.Trace.Steps.Count),
            Replay = tokens.Of(check, setting.Scenario, setting.Tier, verdict, broken.Trace, broken.Trace.Steps.Count, setting.Chance),
        };
    }

    /// <summary>No schedule at all comes to what some schedule must come to.</summary>
    public CheckResult Unreached(Scenario scenario, Property property, Trace example, long states)
    {
        var tier = property.Tiers[^1];
        return Basis(states) with
        {
            Status = CheckStatus.Failed,
            Verdict = Verdict.Violation,
            Points = 0,
            Message = sentences.Of(property, TooMuchOrder(explorer.Bound, example.HasTimedJoins), example),
            Hint = check.Hint,
            Scenario = scenario.Name,
            Tier = tier,
            Certainty = Certainty.Proved,
            Bound = explorer.Bound,
            Between = new BetweenFinder(example, isOwn, property).Ordered(),
            Timeline = TimelineBuilder.Build(example, example.Steps.Count),
            Cast = TimelineBuilder.Cast(example, example.Steps.Count),
            Replay = tokens.Of(check, scenario, tier, Verdict.Violation, example, example.Steps.Count),
        };
    }

    /// <summary>That no sampled schedule comes to something says nothing about the others: a right answer must not fail by it.</summary>
    public CheckResult Undecidable(Scenario scenario, Property property, Sampled tried, LocalizedText limit, long states) => Basis(states) with
    {
        Status = CheckStatus.Error,
        Verdict = Verdict.Limit,
        Points = 0,
        Message = sentences.Of(
            property,
            ($"none of {tried.Schedules:N0} sampled runs came to that, and the search ended before it could tell, after {limit.En}",
             $"抽样的 {tried.Schedules:N0} 次运行都没有出现这种情况，而搜索用完了{limit.Zh}，还没能得出结论"),
            tried.Sample),
        Hint = check.Hint,
        Scenario = scenario.Name,
        Tier = property.Tiers[^1],
        Certainty = Certainty.Sampled,
        SampledRuns = tried.Schedules,
        Timeline = TimelineBuilder.Build(tried.Sample, tried.Sample.Steps.Count),
        Cast = TimelineBuilder.Cast(tried.Sample, tried.Sample.Steps.Count),
    };

    /// <summary>Not one sampled schedule came to its end, so that nothing was seen to hold.</summary>
    public CheckResult Unended(Setting setting, Sampled tried, long states) => Basis(states) with
    {
        Status = CheckStatus.Error,
        Verdict = Verdict.Limit,
        Points = 0,
        Message = (
            $"None of {tried.Schedules:N0} sampled runs came to its end within the steps and the text that one may take. Do less between the start and the end, or with less text.",
            $"抽样的 {tried.Schedules:N0} 次运行，没有一次在允许的步数和文字量之内结束。请减少从开始到结束之间的操作，或者减少文字。"),
        Scenario = setting.Scenario.Name,
        Tier = setting.Tier,
        Certainty = Certainty.Sampled,
        SampledRuns = tried.Schedules,
        Timeline = TimelineBuilder.Build(tried.Sample, tried.Sample.Steps.Count),
        Cast = TimelineBuilder.Cast(tried.Sample, tried.Sample.Steps.Count),
    };

    /// <summary>It holds.</summary>
    /// <param name="states">States searched.</param>
    /// <param name="interleavings">Schedules that were covered.</param>
    /// <param name="sampled">Schedules sampled.</param>
    /// <param name="unfinished">How many of these were given up, since they took too many steps.</param>
    /// <param name="onlyReached">Of how many inputs it was enough that something is reached.</param>
    /// <param name="limit">What ended a search before it was done; null where none was.</param>
    /// <param name="weakest">Of what was sampled, that which says least; null where nothing was.</param>
    public CheckResult Passed(long states, BigInteger interleavings, int sampled, int unfinished, int onlyReached, LocalizedText? limit, Sampled? weakest)
    {
        var chance = explorer.Chance;
        var isProved = limit is null && !ChanceValues.AreDrawn(chance);
        return Basis(states) with
        {
            Certainty = isProved ? Certainty.Proved : Certainty.Sampled,
            SampledRuns = sampled,
            Interleavings = interleavings.IsZero ? null : interleavings.ToString(CultureInfo.InvariantCulture),
            Bound = LocalizedText.Join(("; ", "；"), ((LocalizedText?[])
            [
                explorer.Bound,
                chance == ChanceMet.None ? null : OnlyFor(ChanceValues.Count(chance), ChanceValues.InWords(chance)),
                unfinished == 0 ? null : GivenUp(unfinished, sampled),
                onlyReached == 0 ? null : OnlyReached(onlyReached),
                limit is null ? null : CutOff(limit, weakest!.Guarantee.Describe()),
            ]).OfType<LocalizedText>()) is { IsEmpty: false } bound ? bound : null,
            Larger = check.Larger.Count == 0 ? null : Names(check.Larger),
            Message = (isProved, sampled) switch
            {
                (true, _) => ("Holds in every interleaving.", "在所有可能的执行顺序下都成立。"),
                (_, 0) => ("Holds in every interleaving for the values that were drawn.", "对抽取的各个值，在所有可能的执行顺序下都成立。"),
                _ => ($"Held in all {sampled:N0} sampled runs.", $"在抽样的 {sampled:N0} 次运行中都成立。"),
            },
        };
    }

    private static LocalizedText OnlyReached(int inputs) => (
        $"of {Counted.Of(inputs, "input")}, where nothing but what can happen is asked, it was seen that it can",
        $"其中 {inputs} 组输入只要求“可能发生”，看到它确实会发生");

    private static LocalizedText TooMuchOrder(LocalizedText? bound, bool hasTimedJoins)
    {
        LocalizedText before = hasTimedJoins ? (" unless somebody gives up waiting for a process before", "在没有人等进程等到超时的前提下，") : LocalizedText.Empty;
        return bound is null
            ? ($"no interleaving at all comes to that{before.En}: there is too much order", $"{before.Zh}没有任何一种执行顺序能出现这种情况：顺序限制得太死了")
            : ($"{bound.En}, no interleaving was found that comes to that{before.En}: there seems to be too much order", $"{bound.Zh}，{before.Zh}没有找到能出现这种情况的执行顺序：看来顺序限制得太死了");
    }

    private static LocalizedText OnlyFor(int values, LocalizedText chance) =>
        ($"for {values} drawn values of {chance.En} only", $"仅对抽取的 {values} 组{chance.Zh}成立");

    private static LocalizedText GivenUp(int unfinished, int sampled) =>
        ($"{unfinished:N0} of {sampled:N0} sampled runs were given up, since they took too many steps", $"抽样的 {sampled:N0} 次运行中有 {unfinished:N0} 次因步数太多而放弃");

    private static LocalizedText CutOff(LocalizedText limit, LocalizedText guarantee) =>
        ($"the search ended after {limit.En}, and {guarantee.En}", $"搜索用完{limit.Zh}后停止，{guarantee.Zh}");

    private static LocalizedText Names(IEnumerable<Check> parts) => LocalizedText.Join(("; ", "；"), parts.SelectMany(p => p.Scenarios).Select(s => s.Name).Distinct());

    private CheckResult Basis(long states) => new(check.Id, check.Title, CheckStatus.Passed, Verdict.Passed, check.Points, check.Points, LocalizedText.Empty)
    {
        Scenario = Names(check.Parts),
        States = states,
        RealRuns = explorer.RealRuns,
    };
}
