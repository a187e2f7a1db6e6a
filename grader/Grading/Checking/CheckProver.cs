using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Running;

namespace ExerciseKit.Grading.Checking;

/// <summary>Judges a check by all schedules of its scenarios, where the budget allows.</summary>
internal sealed class CheckProver(Explorer explorer, Confirmation confirmation)
{
    private static readonly Tier[] Tiers = [Tier.Strict, Tier.Loose];

    private readonly HashSet<(Scenario, Tier)> confirmed = [];

    /// <summary>The check's result; null where the budget ended first and nothing was found, so that sampling must decide.</summary>
    public async Task<CheckResult?> ProveAsync(Check check, CancellationToken cancellation)
    {
        try
        {
            return await JudgeAsync(check, cancellation).ConfigureAwait(false);
        }
        catch (NondeterminismException e)
        {
            return new CheckResult(check.Id, check.Title, CheckStatus.Error, Verdict.Nondeterministic, 0, check.Points,
                $"{e.Message} Nothing can be proved about a program that depends on more than what it is given. What does it read that is not the same in every run?")
            {
                RealRuns = explorer.RealRuns,
            };
        }
        catch (OverworkException e)
        {
            return new CheckResult(check.Id, check.Title, CheckStatus.Failed, Verdict.Limit, 0, check.Points, $"{e.Message} What does it compute, and how much of that?", check.Hint);
        }
    }

    private async Task<CheckResult?> JudgeAsync(Check check, CancellationToken cancellation)
    {
        var basis = new CheckResult(check.Id, check.Title, CheckStatus.Passed, Verdict.Passed, check.Points, check.Points, "")
        {
            Certainty = Certainty.Proved,
            Scenario = string.Join("; ", check.Scenarios.Select(s => s.Name)),
        };
        var isCovered = true;
        long states = 0;
        foreach (var scenario in check.Scenarios)
        {
            var reached = new HashSet<Property>();
            foreach (var tier in Tiers)
            {
                var properties = check.Properties.Where(p => p.Tiers.Contains(tier)).ToList();
                var outcome = explorer.Explore(scenario, tier, properties, cancellation);
                states += outcome.States;
                switch (outcome)
                {
                    case Broken broken:
                        return await FailedAsync(basis with { States = states, Hint = check.Hint, Scenario = scenario.Name, Tier = tier }, scenario, tier, broken, cancellation).ConfigureAwait(false);
                    case Covered covered:
                        reached.UnionWith(covered.Reached);
                        await ConfirmAsync(scenario, tier, covered, cancellation).ConfigureAwait(false);
                        break;
                    case OutOfBudget exhausted:
                        reached.UnionWith(exhausted.Reached);
                        isCovered = false;
                        break;
                }
            }

            var missing = check.Properties.FirstOrDefault(p => p.IsExistential && !reached.Contains(p));
            if (isCovered && missing is not null)
                return Unreached(basis with { States = states, Hint = check.Hint, Scenario = scenario.Name, Tier = missing.Tiers[^1], RealRuns = explorer.RealRuns }, scenario, missing, cancellation);
        }

        return !isCovered ? null : basis with
        {
            States = states,
            RealRuns = explorer.RealRuns,
            Message = "Holds in every interleaving.",
        };
    }

    private async Task<CheckResult> FailedAsync(CheckResult basis, Scenario scenario, Tier tier, Broken broken, CancellationToken cancellation)
    {
        await AgreeAsync(scenario, tier, broken.Trace, cancellation).ConfigureAwait(false);
        var failed = basis with
        {
            Status = CheckStatus.Failed,
            Points = 0,
            RealRuns = explorer.RealRuns,
            ReliesOnTiming = tier == Tier.Loose && broken.Finding?.Property.Tiers.Contains(Tier.Strict) != false,
            Timeline = TimelineBuilder.Build(broken.Trace, broken.Trace.Steps.Count),
        };
        if (broken.Finding is { } finding)
            return failed with { Verdict = Verdict.Violation, Message = Sentences.Of(finding.Property, finding.Message, broken.Trace) };
        var fault = broken.Trace.Fault!;
        return failed with { Verdict = fault.Verdict, Message = fault.Message, Cycle = fault.Cycle.Count == 0 ? null : fault.Cycle };
    }

    private CheckResult Unreached(CheckResult basis, Scenario scenario, Property property, CancellationToken cancellation)
    {
        var example = ((Covered)explorer.Explore(scenario, basis.Tier!.Value, [], cancellation)).Samples[0];
        return basis with
        {
            Status = CheckStatus.Failed,
            Verdict = Verdict.Violation,
            Points = 0,
            Message = Sentences.Of(property, "no interleaving at all comes to that: there is too much order", example),
            Timeline = TimelineBuilder.Build(example, example.Steps.Count),
        };
    }

    /// <summary>Runs a few schedules of a proof with all their processes, once for each scenario and tier.</summary>
    private async Task ConfirmAsync(Scenario scenario, Tier tier, Covered covered, CancellationToken cancellation)
    {
        if (!confirmed.Add((scenario, tier)))
            return;
        foreach (var sample in covered.Samples)
            await AgreeAsync(scenario, tier, sample, cancellation).ConfigureAwait(false);
    }

    private async Task AgreeAsync(Scenario scenario, Tier tier, Trace trace, CancellationToken cancellation)
    {
        if (await confirmation.DifferenceAsync(scenario, explorer.SettingsOf(tier), trace, cancellation).ConfigureAwait(false) is { } difference)
            throw new GraderFaultException($"In '{scenario.Name}' ({tier} time) a schedule that the search predicts ran otherwise with real processes: {difference}.");
    }
}
