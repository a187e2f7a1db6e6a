using System.Numerics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Running;

namespace ExerciseKit.Grading.Checking;

/// <summary>Judges a check by all schedules of its scenarios, where the budget allows, and by sampled ones where it does not and of larger scenarios.</summary>
/// <param name="explorer">What the program is explored with.</param>
/// <param name="budget">What one search may use.</param>
/// <param name="confirmation">Runs schedules with real processes.</param>
/// <param name="tokens">Writes the tokens of what is found.</param>
/// <param name="sentences">Finds the words.</param>
/// <param name="isOwn">Whether a file is the student's own, and not given with the exercise.</param>
internal sealed class CheckProver(Explorer explorer, SearchBudget budget, Confirmation confirmation, ReplayTokens tokens, Sentences sentences, Func<string, bool> isOwn)
{
    /// <summary>What sampling a scenario may use that no search is tried for.</summary>
    private static readonly SamplingBudget OfLarger = new(MaxSchedules: 300, MaxRealRuns: 600);

    /// <summary>Schedules that are tried for one that comes to what is asked for, before all are searched.</summary>
    private const int SchedulesToReach = 60;

    private readonly HashSet<(string Entry, Tier Tier)> confirmed = [];

    /// <summary>Once the program was found not to be deterministic, nothing more is proved about it.</summary>
    private Unprovable? unprovable;

    public async Task<Proof> ProveAsync(Check check, CancellationToken cancellation)
    {
        if (unprovable is not null)
            return unprovable;
        try
        {
            return new Decided(await JudgeAsync(check, cancellation).ConfigureAwait(false));
        }
        catch (NondeterminismException e)
        {
            return unprovable = new Unprovable(DependsOnMore(e.Text));
        }
        catch (CondemnedProcessException e)
        {
            return new Decided(new CheckResult(check.Id, check.Title, CheckStatus.Failed, e.Verdict, 0, check.Points, e.Text));
        }
    }

    private static LocalizedText DependsOnMore(LocalizedText how) => (
        $"{how.En} Nothing can be proved about a program that depends on more than what it is given. What does it read that is not the same in every run?",
        $"{how.Zh}程序的行为如果不只取决于给它的东西，就什么也证明不了。它读了什么每次运行都不一样的东西？");

    private async Task<CheckResult> JudgeAsync(Check check, CancellationToken cancellation)
    {
        var findings = new CheckFindings(check, explorer, tokens, sentences, isOwn);
        var ledger = new Ledger();
        foreach (var (part, scenario) in check.Parts.SelectMany(p => p.Scenarios, (p, s) => (p, s)))
        {
            if (part.Properties.All(p => p.IsExistential) && AreReached(part, scenario, cancellation))
            {
                ledger.OnlyReached++;
                continue;
            }

            // What a program asks for of chance shows while it is explored under the first value.
            for (var chance = 0; chance < ChanceValues.Count(explorer.Chance); chance++)
            {
                foreach (var tier in scenario.Tiers)
                {
                    if (await ExploreAsync(part, new Setting(scenario, tier, chance), ledger, cancellation).ConfigureAwait(false) is var (setting, broken))
                        return findings.Failed(setting, broken, ledger.States);
                }
            }

            if (part.Properties.FirstOrDefault(p => p.IsExistential && !ledger.Reached.Contains((scenario, p))) is { } missing)
            {
                // Only where each of its tiers was covered is it known that nothing comes to it.
                var cut = missing.Tiers.Select(tier => ledger.Cut.GetValueOrDefault((scenario, tier))).FirstOrDefault(c => c is not null);
                return cut is not null
                    ? findings.Undecidable(scenario, missing, cut.Tried, cut.Limit, ledger.States)
                    : findings.Unreached(scenario, missing, ledger.Examples[(scenario, scenario.Tiers.Last(missing.Tiers.Contains))], ledger.States);
            }
        }

        foreach (var (part, scenario) in check.Larger.SelectMany(p => p.Scenarios, (p, s) => (p, s)))
        {
            if (await SampleLargerAsync(part, scenario, ledger, cancellation).ConfigureAwait(false) is var (setting, broken))
                return findings.Failed(setting, broken, ledger.States);
        }

        if (ledger.Unended is var (where, none))
            return findings.Unended(where, none, ledger.States);
        var first = ledger.Cut.Values.FirstOrDefault();
        return findings.Passed(ledger.States, ledger.Interleavings, ledger.Sampled, ledger.Unfinished, ledger.OnlyReached, first?.Limit, ledger.Cut.Values.MaxBy(c => c.Tried.Guarantee.OneIn)?.Tried);
    }

    /// <summary>Whether some of a few schedules come to each thing that is asked for. Where nothing else is asked, one that does is proof enough.</summary>
    private bool AreReached(Check part, Scenario scenario, CancellationToken cancellation)
    {
        var reached = new HashSet<Property>();
        foreach (var tier in scenario.Tiers.Where(t => PropertiesIn(part, t).Count > 0))
        {
            if (explorer.Sample(new Setting(scenario, tier), PropertiesIn(part, tier), new SamplingBudget(SchedulesToReach), cancellation) is Sampled tried)
                reached.UnionWith(tried.Reached);
        }

        return part.Properties.All(reached.Contains);
    }

    /// <summary>Covers all schedules in a setting, or samples some where they are too many.</summary>
    /// <returns>What breaks something; null where nothing does.</returns>
    private async Task<(Setting Setting, Broken Broken)?> ExploreAsync(Check part, Setting setting, Ledger ledger, CancellationToken cancellation)
    {
        var (scenario, tier, _) = setting;
        var outcome = explorer.Explore(setting, PropertiesIn(part, tier), cancellation);
        ledger.States += outcome.States;
        switch (outcome)
        {
            case Broken broken:
                await AgreeAsync(setting, broken.Trace, cancellation).ConfigureAwait(false);
                return (setting, broken);
            case Covered covered:
                ledger.Reached.UnionWith(covered.Reached.Select(p => (scenario, p)));
                ledger.Interleavings += covered.Interleavings;
                ledger.Examples.TryAdd((scenario, tier), covered.Samples[0]);
                await ConfirmAsync(setting, covered.Samples, cancellation).ConfigureAwait(false);
                return null;
            case OutOfBudget exhausted:
                ledger.Reached.UnionWith(exhausted.Reached.Select(p => (scenario, p)));
                var sampled = await SampleAsync(part, setting, new SamplingBudget(budget.SchedulesAfterwards), ledger, cancellation).ConfigureAwait(false);
                if (sampled is Sampled tried)
                    ledger.Cut.TryAdd((scenario, tier), new Cut(exhausted.Limit, tried));
                return sampled is Broken found ? (setting, found) : null;
            default:
                throw new InvalidOperationException($"A search came to a {outcome.GetType().Name}.");
        }
    }

    /// <summary>Samples a scenario that no search is tried for.</summary>
    /// <remarks>Whatever comes in strict time may come in loose time. So strict time is sampled for what is looked at there alone, and for a simpler story of what is broken.</remarks>
    private async Task<(Setting Setting, Broken Broken)?> SampleLargerAsync(Check part, Scenario scenario, Ledger ledger, CancellationToken cancellation)
    {
        var (strict, loose) = (new Setting(scenario, Tier.Strict), new Setting(scenario, Tier.Loose));
        var needsStrict = !part.Properties.All(p => p.Tiers.Contains(Tier.Loose));
        var half = OfLarger with { MaxSchedules = OfLarger.MaxSchedules / 2, MaxRealRuns = OfLarger.MaxRealRuns / 2 };
        if (needsStrict && await SampleAsync(part, strict, half, ledger, cancellation).ConfigureAwait(false) is Broken before)
            return (strict, before);
        if (await SampleAsync(part, loose, needsStrict ? half : OfLarger, ledger, cancellation).ConfigureAwait(false) is not Broken broken)
            return null;
        return !needsStrict && await SampleAsync(part, strict, half, ledger, cancellation).ConfigureAwait(false) is Broken simpler ? (strict, simpler) : (loose, broken);
    }

    private async Task<SearchOutcome> SampleAsync(Check part, Setting setting, SamplingBudget sampling, Ledger ledger, CancellationToken cancellation)
    {
        var (scenario, tier, _) = setting;
        var outcome = explorer.Sample(setting, PropertiesIn(part, tier), sampling, cancellation);
        if (outcome is Broken broken)
            await AgreeAsync(setting, broken.Trace, cancellation).ConfigureAwait(false);
        if (outcome is Sampled tried)
        {
            ledger.Sampled += tried.Schedules;
            ledger.Unfinished += tried.Unfinished;
            if (tried.Unfinished == tried.Schedules)
                ledger.Unended ??= (setting, tried);
            ledger.Reached.UnionWith(tried.Reached.Select(p => (scenario, p)));
        }

        return outcome;
    }

    private static List<Property> PropertiesIn(Check part, Tier tier) => [.. part.Properties.Where(p => p.Tiers.Contains(tier))];

    /// <summary>Runs schedules of a proof with all their processes: a few of a program's first in each tier, one of each other entry.</summary>
    private async Task ConfirmAsync(Setting setting, IReadOnlyList<Trace> samples, CancellationToken cancellation)
    {
        if (confirmed.Contains((setting.Scenario.Entry, setting.Tier)))
            return;
        await AgreeAsync(setting, confirmed.Any(c => c.Tier == setting.Tier) ? [samples[^1]] : samples, cancellation).ConfigureAwait(false);
        // Only then: one that real processes can't confirm must fail the next check of that entry, too.
        confirmed.Add((setting.Scenario.Entry, setting.Tier));
    }

    private async Task AgreeAsync(Setting setting, IReadOnlyList<Trace> traces, CancellationToken cancellation)
    {
        foreach (var trace in traces)
            await AgreeAsync(setting, trace, cancellation).ConfigureAwait(false);
    }

    private async Task AgreeAsync(Setting setting, Trace trace, CancellationToken cancellation)
    {
        var settings = explorer.SettingsOf(setting.Tier, setting.Chance);
        if (await confirmation.DifferenceAsync(setting.Scenario, settings, trace, cancellation).ConfigureAwait(false) is { } difference)
            throw new UnforeseenRunException($"In '{setting.Scenario.Name.En}' ({setting.Tier} time) a schedule that the search predicts ran otherwise with real processes: {difference}.");
    }

    /// <summary>What the searches of one check have come to so far.</summary>
    private sealed class Ledger
    {
        public long States { get; set; }

        public BigInteger Interleavings { get; set; }

        public int Sampled { get; set; }

        public int Unfinished { get; set; }

        /// <summary>Of how many inputs it was enough that something is reached: not all of their schedules were covered.</summary>
        public int OnlyReached { get; set; }

        /// <summary>Where not one of the schedules came to its end.</summary>
        public (Setting Setting, Sampled Tried)? Unended { get; set; }

        public HashSet<(Scenario Scenario, Property Property)> Reached { get; } = [];

        public Dictionary<(Scenario Scenario, Tier Tier), Trace> Examples { get; } = [];

        public Dictionary<(Scenario Scenario, Tier Tier), Cut> Cut { get; } = [];
    }

    /// <summary>A search that ended before it was done, and what was tried in its place.</summary>
    private sealed record Cut(LocalizedText Limit, Sampled Tried);
}
