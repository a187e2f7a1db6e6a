using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Hosting;
using ExerciseKit.Kernel;
using Timing = ExerciseKit.Kernel.Timing;

namespace ExerciseKit.Grading.Running;

/// <summary>The sampled runs of one scenario: each seed once in each tier; one run serves all checks.</summary>
/// <param name="Scenario">The setting.</param>
/// <param name="Runs">The runs, strict ones first, each tier in order of its seeds; none after the first that ended in a fault, which fails every check.</param>
internal sealed record ScenarioRuns(Scenario Scenario, IReadOnlyList<SampledRun> Runs)
{
    /// <summary>How many seeds each tier is run under.</summary>
    public const int SeedsPerTier = 20;

    private static readonly Tier[] Tiers = [Tier.Strict, Tier.Loose];

    /// <summary>Runs the scenario under a fixed list of seeds that depends on nothing but <paramref name="seed"/>.</summary>
    public static async Task<ScenarioRuns> RunAsync(StudentProgram program, Scenario scenario, int seed, HostPool pool, CancellationToken cancellation)
    {
        var runs = new SampledRun[Tiers.Length * SeedsPerTier];
        var firstFault = runs.Length;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForAsync(0, runs.Length, parallel, async (i, token) =>
        {
            if (i > Volatile.Read(ref firstFault))
                return;
            var tier = Tiers[i / SeedsPerTier];
            var runSeed = unchecked(seed * 1000 + (i % SeedsPerTier));
            var settings = new KernelSettings(tier == Tier.Strict ? Timing.Strict : Timing.Loose, seed);
            var run = new StepwiseRun(program, scenario, settings, new RandomWalk(runSeed), pool);
            runs[i] = new SampledRun(tier, runSeed, await run.RunAsync(token).ConfigureAwait(false));
            if (runs[i].Trace.Fault is not null)
                Lower(ref firstFault, i);
        }).ConfigureAwait(false);
        // Which runs beyond the first fault were begun is chance; what is reported is not.
        return new ScenarioRuns(scenario, runs[..Math.Min(firstFault + 1, runs.Length)]);
    }

    private static void Lower(ref int value, int to)
    {
        for (var seen = Volatile.Read(ref value); to < seen;)
            seen = Interlocked.CompareExchange(ref value, to, seen);
    }
}

/// <summary>One sampled run.</summary>
internal sealed record SampledRun(Tier Tier, int Seed, Trace Trace);
