using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Running;

namespace ExerciseKit.Grading.Checking;

/// <summary>Judges a check by sampled runs of its scenarios, where all schedules could not be searched.</summary>
/// <param name="tokens">Writes the tokens of what is found.</param>
/// <param name="sentences">Finds the words.</param>
internal sealed class CheckJudge(ReplayTokens tokens, Sentences sentences)
{
    /// <summary>The check's result: failed by the first run, in order of tiers and seeds, that shows a fault or breaks a property.</summary>
    /// <param name="check">The check.</param>
    /// <param name="runs">The runs of its scenarios.</param>
    public CheckResult Judge(Check check, IReadOnlyList<ScenarioRuns> runs)
    {
        var count = runs.Sum(r => r.Runs.Count);
        var basis = new CheckResult(check.Id, check.Title, CheckStatus.Passed, Verdict.Passed, check.Points, check.Points, LocalizedText.Empty)
        {
            Certainty = Certainty.Sampled,
            RealRuns = count,
            SampledRuns = count,
            Scenario = LocalizedText.Join(("; ", "；"), runs.Select(r => r.Scenario.Name)),
        };
        foreach (var of in runs)
        {
            var properties = check.Parts.Where(p => p.Scenarios.Contains(of.Scenario)).SelectMany(p => p.Properties).ToList();
            if (Failure(check, properties, of, basis) is { } failed)
                return failed with { Hint = FaultWords.HintOf(check, failed.Verdict), Scenario = of.Scenario.Name };
        }

        return basis with
        {
            Message = ($"Held in all {count} sampled runs.", $"在抽样的 {count} 次运行中都成立。"),
            Bound = runs.MaxBy(r => r.Guarantee.OneIn)!.Guarantee.Describe(),
        };
    }

    private CheckResult? Failure(Check check, List<Property> properties, ScenarioRuns of, CheckResult basis)
    {
        foreach (var run in of.Runs)
        {
            if (run.Trace.Fault is { } fault)
            {
                return Failed(basis, check, of.Scenario, run, fault.Verdict, FaultWords.Of(fault, run.Trace), run.Trace.Steps.Count) with
                {
                    Cycle = fault.Cycle.Count == 0 ? null : fault.Cycle,
                };
            }
        }

        foreach (var property in properties.Where(p => !p.IsExistential))
        {
            foreach (var run in of.Runs.Where(r => property.Tiers.Contains(r.Tier)))
            {
                if (TraceJudge.Breaks(run.Trace, property) is not { } finding)
                    continue;
                var message = sentences.Of(property, finding.Message, run.Trace);
                return Failed(basis, check, of.Scenario, run, Verdict.Violation, message, finding.Step) with
                {
                    ReliesOnTiming = run.Tier == Tier.Loose && property.Tiers.Contains(Tier.Strict),
                };
            }
        }

        var unreached = properties.FirstOrDefault(p => p.IsExistential && !IsReached(p, of));
        return unreached is null ? null : Undecidable(basis, unreached, of);
    }

    private static bool IsReached(Property property, ScenarioRuns of) =>
        of.Runs.Any(r => property.Tiers.Contains(r.Tier) && TraceJudge.Reaches(r.Trace, property));

    private CheckResult Failed(CheckResult basis, Check check, Scenario scenario, SampledRun run, Verdict verdict, LocalizedText message, int last) => basis with
    {
        Status = CheckStatus.Failed,
        Verdict = verdict,
        Points = 0,
        Message = message,
        Tier = run.Tier,
        Timeline = TimelineBuilder.Build(run.Trace, last),
        Cast = TimelineBuilder.Cast(run.Trace, last),
        Replay = tokens.Of(check, scenario, run.Tier, verdict, run.Trace, last),
    };

    /// <summary>That no sampled run comes to something says nothing about the others: a right answer must not fail by it.</summary>
    private CheckResult Undecidable(CheckResult basis, Property property, ScenarioRuns of)
    {
        var runs = of.Runs.Where(r => property.Tiers.Contains(r.Tier)).ToList();
        return basis with
        {
            Status = CheckStatus.Error,
            Verdict = Verdict.Limit,
            Points = 0,
            Message = sentences.Of(property, ($"none of {runs.Count} sampled runs came to that", $"抽样的 {runs.Count} 次运行都没有出现这种情况"), runs[0].Trace),
            Tier = runs[0].Tier,
            Timeline = TimelineBuilder.Build(runs[0].Trace, runs[0].Trace.Steps.Count),
            Cast = TimelineBuilder.Cast(runs[0].Trace, runs[0].Trace.Steps.Count),
        };
    }
}
