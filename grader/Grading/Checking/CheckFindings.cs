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
            Between = new BetweenFinder(broken.Trace, isOwn).Find(verdict, broken.Finding?.Step ?? broken.Trace.Steps.Count),
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
            Message = sentences.Of(property, explorer.Bound is { } bound
                ? $"{bound}, no interleaving was found that comes to that: there seems to be too much order"
                : "no interleaving at all comes to that: there is too much order", example),
            Hint = check.Hint,
            Scenario = scenario.Name,
            Tier = tier,
            Certainty = Certainty.Proved,
            Bound = explorer.Bound,
            Between = new BetweenFinder(example, isOwn).Ordered(),
            Timeline = TimelineBuilder.Build(example, example.Steps.Count),
            Cast = TimelineBuilder.Cast(example, example.Steps.Count),
            Replay = tokens.Of(check, scenario, tier, Verdict.Violation, example, example.Steps.Count),
        };
    }

    /// <summary>That no sampled schedule comes to something says nothing about the others: a right answer must not fail by it.</summary>
    public CheckResult Undecidable(Scenario scenario, Property property, Sampled tried, string limit, long states) => Basis(states) with
    {
        Status = CheckStatus.Error,
        Verdict = Verdict.Limit,
        Points = 0,
        Message = sentences.Of(property, $"none of {tried.Schedules:N0} sampled runs came to that, and the search ended before it could tell, after {limit}", tried.Sample),
        Hint = check.Hint,
        Scenario = scenario.Name,
        Tier = property.Tiers[^1],
        Certainty = Certainty.Sampled,
        SampledRuns = tried.Schedules,
        Timeline = TimelineBuilder.Build(tried.Sample, tried.Sample.Steps.Count),
        Cast = TimelineBuilder.Cast(tried.Sample, tried.Sample.Steps.Count),
    };

    /// <summary>It holds.</summary>
    /// <param name="states">States searched.</param>
    /// <param name="sampled">Schedules sampled.</param>
    /// <param name="unfinished">How many of these were given up, since they took too many steps.</param>
    /// <param name="limit">What ended a search before it was done; null where none was.</param>
    /// <param name="weakest">Of what was sampled, that which says least; null where nothing was.</param>
    public CheckResult Passed(long states, int sampled, int unfinished, string? limit, Sampled? weakest)
    {
        var chance = explorer.Chance;
        var isProved = limit is null && !ChanceValues.AreDrawn(chance);
        return Basis(states) with
        {
            Certainty = isProved ? Certainty.Proved : Certainty.Sampled,
            SampledRuns = sampled,
            Bound = string.Join("; ", ((string?[])
            [
                explorer.Bound,
                chance == ChanceMet.None ? null : $"for {ChanceValues.Count(chance)} drawn values of {ChanceValues.InWords(chance)} only",
                unfinished == 0 ? null : $"{unfinished:N0} of {sampled:N0} sampled runs were given up, since they took too many steps",
                limit is null ? null : $"the search ended after {limit}, and {weakest!.Guarantee.Describe()}",
            ]).Where(words => words is not null)) is { Length: > 0 } bound ? bound : null,
            Larger = check.Larger.Count == 0 ? null : string.Join("; ", check.Larger.SelectMany(l => l.Scenarios).Select(s => s.Name).Distinct()),
            Message = (isProved, sampled) switch
            {
                (true, _) => "Holds in every interleaving.",
                (_, 0) => "Holds in every interleaving for the values that were drawn.",
                _ => $"Held in all {sampled:N0} sampled runs.",
            },
        };
    }

    private CheckResult Basis(long states) => new(check.Id, check.Title, CheckStatus.Passed, Verdict.Passed, check.Points, check.Points, "")
    {
        Scenario = string.Join("; ", check.Parts.SelectMany(p => p.Scenarios).Select(s => s.Name).Distinct()),
        States = states,
        RealRuns = explorer.RealRuns,
    };
}
