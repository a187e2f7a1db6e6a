using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Hosts;

namespace ExerciseKit.Hosting.Running;

/// <summary>The sampled runs of one scenario: each seed once in each tier; one run serves all checks.</summary>
/// <param name="Scenario">The setting.</param>
/// <param name="Runs">The runs, strict ones first, each tier in order of its seeds; none after the first that ended in a fault, which fails every check.</param>
/// <param name="Guarantee">What the PCT runs among them guarantee, in the tier where that is less.</param>
public sealed record ScenarioRuns(Scenario Scenario, IReadOnlyList<SampledRun> Runs, PctGuarantee Guarantee)
{
    /// <summary>How many seeds each tier is run under: as many for each strategy.</summary>
    public const int SeedsPerTier = 10 * Strategies.Count;

    private static readonly Tier[] Tiers = [Tier.Strict, Tier.Loose];

    /// <summary>Runs the scenario under a fixed list of seeds that depends on nothing but <paramref name="seed"/>.</summary>
    public static async Task<ScenarioRuns> RunAsync(StudentProgram program, Scenario scenario, int seed, HostPool pool, CancellationToken cancellation)
    {
        var runs = new List<SampledRun>();
        PctGuarantee? least = null;
        foreach (var tier in Tiers)
        {
            var first = await RunOneAsync(tier, 0, Strategies.First, cancellation).ConfigureAwait(false);
            var profile = RunProfile.Of(first.Trace);
            var guarantee = Strategies.Guarantee(profile);
            least = least?.OneIn > guarantee.OneIn ? least : guarantee;
            runs.Add(first);
            if (first.Trace.Fault is null)
                runs.AddRange(await RunOthersAsync(tier, profile).ConfigureAwait(false));
            if (runs[^1].Trace.Fault is not null)
                break;
        }

        return new ScenarioRuns(scenario, runs, least!);

        async Task<IEnumerable<SampledRun>> RunOthersAsync(Tier tier, RunProfile profile)
        {
            var others = new SampledRun[SeedsPerTier];
            var firstFault = SeedsPerTier;
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
            await Parallel.ForAsync(1, SeedsPerTier, parallel, async (i, token) =>
            {
                if (i > Volatile.Read(ref firstFault))
                    return;
                others[i] = await RunOneAsync(tier, i, runSeed => Strategies.InTurn(i, runSeed, profile), token).ConfigureAwait(false);
                if (others[i].Trace.Fault is not null)
                    Lower(ref firstFault, i);
            }).ConfigureAwait(false);
            // Which runs beyond the first fault were begun is chance; what is reported is not.
            return others.Take(firstFault + 1).Skip(1);
        }

        async Task<SampledRun> RunOneAsync(Tier tier, int number, Func<int, ISchedule> strategy, CancellationToken token)
        {
            var runSeed = unchecked(seed * 1000 + number);
            var (_, trace) = await StepwiseRun.RunAsync(() => new StepwiseRun(program, scenario, program.SettingsIn(tier, seed), strategy(runSeed), pool), token).ConfigureAwait(false);
            return new SampledRun(tier, runSeed, trace);
        }
    }

    private static void Lower(ref int value, int to)
    {
        for (var seen = Volatile.Read(ref value); to < seen;)
            seen = Interlocked.CompareExchange(ref value, to, seen);
    }
}

/// <summary>One sampled run.</summary>
public sealed record SampledRun(Tier Tier, int Seed, Trace Trace);
