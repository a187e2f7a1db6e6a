using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Running;

namespace ExerciseKit.Grading.Checking;

/// <summary>Judges a check by all schedules of its scenarios, where the budget allows.</summary>
internal sealed class CheckProver(Explorer explorer, Confirmation confirmation, ReplayTokens tokens, Sentences sentences)
{
    /// <summary>How long one search may take. Counts end it first on any machine of today; only how far it came depends on this, no verdict.</summary>
    private static readonly TimeSpan SearchPatience = TimeSpan.FromMinutes(2);

    private static readonly Tier[] Tiers = [Tier.Strict, Tier.Loose];

    private readonly HashSet<(Scenario, Tier)> confirmed = [];

    /// <summary>Once the program was found not to be deterministic, nothing more is proved about it.</summary>
    private Unprovable? unprovable;

    public async Task<Proof> ProveAsync(Check check, CancellationToken cancellation)
    {
        if (unprovable is not null)
            return unprovable;
        try
        {
            return await JudgeAsync(check, cancellation).ConfigureAwait(false);
        }
        catch (NondeterminismException e)
        {
            return unprovable = new Unprovable($"{e.Message} Nothing can be proved about a program that depends on more than what it is given. What does it read that is not the same in every run?");
        }
        catch (CondemnedProcessException e)
        {
            return new Decided(new CheckResult(check.Id, check.Title, CheckStatus.Failed, e.Verdict, 0, check.Points, e.Message, check.Hint));
        }
    }

    private async Task<Proof> JudgeAsync(Check check, CancellationToken cancellation)
    {
        var basis = new CheckResult(check.Id, check.Title, CheckStatus.Passed, Verdict.Passed, check.Points, check.Points, "")
        {
            Certainty = Certainty.Proved,
            Scenario = string.Join("; ", check.Parts.SelectMany(p => p.Scenarios).Select(s => s.Name).Distinct()),
            Hint = check.Hint,
        };
        var reached = new HashSet<(Scenario, Property)>();
        string? limit = null;
        long states = 0;
        foreach (var (part, scenario) in check.Parts.SelectMany(p => p.Scenarios, (p, s) => (p, s)))
        {
            var coveredTiers = new Dictionary<Tier, Covered>();
            foreach (var tier in Tiers)
            {
                var properties = part.Properties.Where(p => p.Tiers.Contains(tier)).ToList();
                using var patience = new CancellationTokenSource(SearchPatience);
                var outcome = explorer.Explore(scenario, tier, properties, cancellation, patience.Token);
                states += outcome.States;
                switch (outcome)
                {
                    case Broken broken:
                        return new Decided(await FailedAsync(basis with { States = states, Scenario = scenario.Name, Tier = tier }, check, scenario, tier, broken, cancellation).ConfigureAwait(false));
                    case Covered covered:
                        reached.UnionWith(covered.Reached.Select(p => (scenario, p)));
                        coveredTiers[tier] = covered;
                        await ConfirmAsync(scenario, tier, covered, cancellation).ConfigureAwait(false);
                        break;
                    case OutOfBudget exhausted:
                        reached.UnionWith(exhausted.Reached.Select(p => (scenario, p)));
                        limit ??= exhausted.Limit;
                        break;
                }
            }

            var missing = part.Properties.FirstOrDefault(p => p.IsExistential && p.Tiers.All(coveredTiers.ContainsKey) && !reached.Contains((scenario, p)));
            if (missing is not null)
                return new Decided(Unreached(basis with { States = states }, check, scenario, missing, coveredTiers[missing.Tiers[^1]]));
        }

        return limit is not null
            ? new Undecided(states, limit, reached)
            : new Decided(basis with { States = states, RealRuns = explorer.RealRuns, Bound = explorer.Bound, Hint = null, Message = "Holds in every interleaving." });
    }

    private async Task<CheckResult> FailedAsync(CheckResult basis, Check check, Scenario scenario, Tier tier, Broken broken, CancellationToken cancellation)
    {
        await AgreeAsync(scenario, tier, broken.Trace, cancellation).ConfigureAwait(false);
        var fault = broken.Finding is null ? broken.Trace.Fault! : null;
        var verdict = fault?.Verdict ?? Verdict.Violation;
        return basis with
        {
            Status = CheckStatus.Failed,
            Verdict = verdict,
            Points = 0,
            Message = broken.Finding is { } finding ? sentences.Of(finding.Property, finding.Message, broken.Trace) : FaultWords.Of(fault!, broken.Trace),
            RealRuns = explorer.RealRuns,
            Bound = explorer.Bound,
            ReliesOnTiming = tier == Tier.Loose && broken.Finding?.Property.Tiers.Contains(Tier.Strict) != false,
            Cycle = fault is { Cycle.Count: > 0 } ? fault.Cycle : null,
            Timeline = TimelineBuilder.Build(broken.Trace, broken.Trace.Steps.Count),
            Replay = tokens.Of(check, scenario, tier, verdict, broken.Trace, broken.Trace.Steps.Count),
        };
    }

    private CheckResult Unreached(CheckResult basis, Check check, Scenario scenario, Property property, Covered covered)
    {
        var example = covered.Samples[0];
        var tier = property.Tiers[^1];
        return basis with
        {
            Status = CheckStatus.Failed,
            Verdict = Verdict.Violation,
            Points = 0,
            Message = sentences.Of(property, "no interleaving at all comes to that: there is too much order", example),
            Scenario = scenario.Name,
            Tier = tier,
            RealRuns = explorer.RealRuns,
            Timeline = TimelineBuilder.Build(example, example.Steps.Count),
            Replay = tokens.Of(check, scenario, tier, Verdict.Violation, example, example.Steps.Count),
        };
    }

    /// <summary>Runs a few schedules of a proof with all their processes, once for each scenario and tier.</summary>
    private async Task ConfirmAsync(Scenario scenario, Tier tier, Covered covered, CancellationToken cancellation)
    {
        if (confirmed.Contains((scenario, tier)))
            return;
        foreach (var sample in covered.Samples)
            await AgreeAsync(scenario, tier, sample, cancellation).ConfigureAwait(false);
        confirmed.Add((scenario, tier));
    }

    private async Task AgreeAsync(Scenario scenario, Tier tier, Trace trace, CancellationToken cancellation)
    {
        if (await confirmation.DifferenceAsync(scenario, explorer.SettingsOf(tier), trace, cancellation).ConfigureAwait(false) is { } difference)
            throw new GraderFaultException($"In '{scenario.Name}' ({tier} time) a schedule that the search predicts ran otherwise with real processes: {difference}.");
    }
}
