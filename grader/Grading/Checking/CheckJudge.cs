using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Running;

namespace ExerciseKit.Grading.Checking;

/// <summary>Judges one check by the sampled runs of its scenarios.</summary>
internal static class CheckJudge
{
    /// <summary>The check's result: failed by the first run, in order of tiers and seeds, that shows a fault or breaks a property.</summary>
    public static CheckResult Judge(Check check, IReadOnlyList<ScenarioRuns> runs)
    {
        var count = runs.Sum(r => r.Runs.Count);
        var basis = new CheckResult(check.Id, check.Title, CheckStatus.Passed, Verdict.Passed, check.Points, check.Points, "")
        {
            Certainty = Certainty.Sampled,
            RealRuns = count,
            SampledRuns = count,
            Scenario = string.Join("; ", runs.Select(r => r.Scenario.Name)),
        };
        foreach (var of in runs)
        {
            if (Failure(check, of, basis) is { } failed)
                return failed with { Hint = check.Hint, Scenario = of.Scenario.Name };
        }

        return basis with { Message = $"Held in all {count} sampled runs." };
    }

    private static CheckResult? Failure(Check check, ScenarioRuns of, CheckResult basis)
    {
        foreach (var run in of.Runs)
        {
            if (run.Trace.Fault is { } fault)
                return Failed(basis, run, fault);
        }

        foreach (var property in check.Properties)
        {
            var judged = of.Runs.Where(r => property.Tiers.Contains(r.Tier)).ToList();
            if (property.IsExistential)
            {
                if (!judged.Exists(r => TraceJudge.Reaches(r.Trace, property)))
                    return Unreached(basis, property, judged);
                continue;
            }

            foreach (var run in judged)
            {
                if (TraceJudge.Breaks(run.Trace, property) is { } finding)
                    return Failed(basis, run, property, finding) with { ReliesOnTiming = run.Tier == Tier.Loose && property.Tiers.Contains(Tier.Strict) };
            }
        }

        return null;
    }

    private static CheckResult Failed(CheckResult basis, SampledRun run, Fault fault) => basis with
    {
        Status = CheckStatus.Failed,
        Verdict = fault.Verdict,
        Points = 0,
        Message = fault.Message,
        Tier = run.Tier,
        Cycle = fault.Cycle.Count == 0 ? null : fault.Cycle,
        Timeline = TimelineBuilder.Build(run.Trace, run.Trace.Steps.Count),
    };

    private static CheckResult Failed(CheckResult basis, SampledRun run, Property property, Finding finding) => basis with
    {
        Status = CheckStatus.Failed,
        Verdict = Verdict.Violation,
        Points = 0,
        Message = Sentences.Of(property, finding.Message, run.Trace),
        Tier = run.Tier,
        Timeline = TimelineBuilder.Build(run.Trace, finding.Step),
    };

    private static CheckResult Unreached(CheckResult basis, Property property, List<SampledRun> runs) => basis with
    {
        Status = CheckStatus.Failed,
        Verdict = Verdict.Violation,
        Points = 0,
        Message = Sentences.Of(property, $"none of {runs.Count} runs came to that: there is too much order", runs[0].Trace),
        Tier = runs[0].Tier,
        Timeline = TimelineBuilder.Build(runs[0].Trace, runs[0].Trace.Steps.Count),
    };
}
