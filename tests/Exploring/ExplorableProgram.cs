using System.Diagnostics;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Running;
using Trace = ExerciseKit.Exploration.Traces.Trace;

namespace ExerciseKit.Tests.Exploring;

/// <summary>A program that is ready to be explored.</summary>
internal sealed class ExplorableProgram(StudentProgram program, HostPool hosts)
{
    private const int Seed = 1;

    /// <summary>How many runs of processes were begun in its hosts so far, this call's number included.</summary>
    public int NextRun() => hosts.NextRun();

    /// <summary>What its processes do is learnt by this.</summary>
    public BehaviourProbe Probe(CancellationToken cancellation) => new(program, hosts, cancellation);

    /// <summary>Explores the program, of which nothing is known at first: the same question finds the same each time.</summary>
    /// <exception cref="NondeterminismException">It does not do the same given the same results.</exception>
    public Explored Explore(Scenario scenario, Tier tier, IReadOnlyList<Property> properties, CancellationToken cancellation, SearchBudget? budget = null) =>
        Explore(scenario, tier, properties, budget ?? new SearchBudget(), cancellation, CancellationToken.None);

    /// <summary>The same, as long as patience lasts.</summary>
    /// <exception cref="NondeterminismException">It does not do the same given the same results.</exception>
    public Explored Explore(Scenario scenario, Tier tier, IReadOnlyList<Property> properties, SearchBudget budget, CancellationToken cancellation, CancellationToken patience)
    {
        var began = Stopwatch.GetTimestamp();
        var probe = new BehaviourProbe(program, hosts, cancellation);
        var explorer = Explorer(probe, budget);
        var outcome = explorer.Explore(new Setting(scenario, tier), properties, cancellation, patience);
        probe.Release();
        return new Explored(scenario, tier, outcome, explorer.RealRuns, Stopwatch.GetElapsedTime(began)) { Bound = explorer.Bound?.En };
    }

    /// <summary>Tries some schedules of the program in memory.</summary>
    /// <exception cref="NondeterminismException">It does not do the same given the same results.</exception>
    public SearchOutcome Sample(Scenario scenario, Tier tier, SamplingBudget sampling, CancellationToken cancellation)
    {
        var probe = new BehaviourProbe(program, hosts, cancellation);
        var outcome = Explorer(probe, budget: null).Sample(new Setting(scenario, tier), [], sampling, cancellation);
        probe.Release();
        return outcome;
    }

    /// <summary>Explores the program twice, the second time knowing all that its processes do: what the search itself costs.</summary>
    /// <param name="scenario">What is run.</param>
    /// <param name="tier">The tier of time.</param>
    /// <param name="properties">What must hold.</param>
    /// <param name="budget">What the search may use.</param>
    /// <exception cref="NondeterminismException">It does not do the same given the same results.</exception>
    public SearchCost CostOf(Scenario scenario, Tier tier, IReadOnlyList<Property> properties, SearchBudget budget, CancellationToken cancellation)
    {
        var probe = new BehaviourProbe(program, hosts, cancellation);
        var library = new BehaviourLibrary(probe, tasksLeaveNothing: !program.KeepsStatics);
        new Explorer(program.EntryType, Seed, library, budget).Explore(new Setting(scenario, tier), properties, cancellation);
        probe.Release();
        var explorer = new Explorer(program.EntryType, Seed, library, budget);
        var (before, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetTotalAllocatedBytes(precise: true));
        var began = Stopwatch.GetTimestamp();
        var outcome = explorer.Explore(new Setting(scenario, tier), properties, cancellation);
        var took = Stopwatch.GetElapsedTime(began);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new SearchCost(outcome, took, allocated, before);
    }

    /// <summary>Runs what was found with real processes: the schedule that breaks something, or some of those that were covered.</summary>
    /// <returns>The first difference from what the search predicts, in words; null when there is none.</returns>
    public async Task<string?> DifferenceAsync(Explored explored, CancellationToken cancellation)
    {
        IReadOnlyList<Trace> traces = explored.Outcome switch
        {
            Broken broken => [broken.Trace],
            Covered covered => covered.Samples,
            _ => throw new InvalidOperationException($"A search that ended with '{explored.Outcome}' predicts nothing that could be run."),
        };
        var settings = Explorer(new BehaviourProbe(program, hosts, cancellation), budget: null).SettingsOf(explored.Tier);
        foreach (var trace in traces)
        {
            if (await new Confirmation(program, hosts).DifferenceAsync(explored.Scenario, settings, trace, cancellation) is { } difference)
                return difference;
        }

        return null;
    }

    /// <summary>Runs the program once, with all its processes.</summary>
    public Task<Trace> RunAsync(Scenario scenario, Tier tier, ISchedule schedule, CancellationToken cancellation)
    {
        var settings = Explorer(new BehaviourProbe(program, hosts, cancellation), budget: null).SettingsOf(tier);
        return new StepwiseRun(program, scenario, settings, schedule, hosts).RunAsync(cancellation);
    }

    private Explorer Explorer(BehaviourProbe probe, SearchBudget? budget) =>
        new(program.EntryType, Seed, new BehaviourLibrary(probe, tasksLeaveNothing: !program.KeepsStatics), budget ?? new SearchBudget());
}

/// <summary>What a search costs that has nothing to learn.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Allocated">The bytes that it allocated.</param>
/// <param name="Before">The bytes in use before it.</param>
internal sealed record SearchCost(SearchOutcome Outcome, TimeSpan Elapsed, long Allocated, long Before);
