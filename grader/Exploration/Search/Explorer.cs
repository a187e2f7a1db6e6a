using System.Numerics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Explores one program: every search shares what is known of its processes, and none is done twice.</summary>
/// <param name="entryType">The full name of the class that holds the entries.</param>
/// <param name="seed">Seeds what its processes draw.</param>
/// <param name="library">What is known of its processes.</param>
/// <param name="budget">What one search may use.</param>
/// <param name="maxProcesses">How many processes may live at once.</param>
public sealed class Explorer(string entryType, int seed, BehaviourLibrary library, SearchBudget budget, int maxProcesses = KernelSettings.DefaultMaxProcesses)
{
    /// <summary>What each search may use at least.</summary>
    private const int LeastStates = 5_000;

    /// <inheritdoc cref="LeastStates"/>
    private const int LeastSteps = 10_000;

    /// <inheritdoc cref="LeastStates"/>
    private const int LeastRealRuns = 300;

    /// <inheritdoc cref="LeastStates"/>
    private const long LeastEntries = 100_000;

    private readonly Dictionary<Question, SearchOutcome> answers = [];

    private readonly Dictionary<(KernelSettings Settings, bool ExpectsCrashes), KnownSteps> known = [];

    private readonly Lessons lessons = new();

    /// <summary>How many searches were ended by their budget.</summary>
    private int cut;

    /// <summary>Told now and then how far a search is; null for nobody.</summary>
    public Action<SearchProgress>? Told { get; set; }

    /// <summary>The real runs that all searches so far have needed.</summary>
    public int RealRuns => library.RealRuns;

    /// <summary>What had to be taken for granted, in words; null when nothing had.</summary>
    public LocalizedText? Bound => library.HasEndlessRounds
        ? ($"within {Suspicion.Followed:N0} operations of a process that repeats itself", $"以重复自身的进程的 {Suspicion.Followed:N0} 次操作为限")
        : null;

    /// <summary>What loops ask that look again and again, and wait for nothing meanwhile, as far as any was met.</summary>
    public IReadOnlyCollection<AskedOperation> BusyWaits => library.BusyWaits;

    /// <summary>What of chance the program has asked for so far.</summary>
    public ChanceMet Chance => library.Chance;

    /// <summary>The settings of a run in a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="chance">Under which value of chance, from 0.</param>
    public KernelSettings SettingsOf(Tier tier, int chance = 0) =>
        new(tier == Tier.Strict ? Kernel.Timing.Strict : Kernel.Timing.Loose, ChanceValues.SeedOf(seed, chance), maxProcesses, TracksOwnTime: library.Facts.ReadsClocks);

    /// <summary>Covers all schedules in a setting, or finds the simplest one that breaks a property or is at fault by itself.</summary>
    /// <param name="setting">What is run, and how.</param>
    /// <param name="properties">What must hold.</param>
    /// <param name="cancellation">Ends it without an outcome.</param>
    /// <param name="patience">Ends it as out of budget, whatever the budget has left: for measurements. A grading has none, since how far it comes would depend on the machine.</param>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public SearchOutcome Explore(Setting setting, IReadOnlyList<Property> properties, CancellationToken cancellation, CancellationToken patience = default)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var question = new Question(setting, [.. properties]);
        if (answers.TryGetValue(question, out var known))
            return known;
        var withoutTime = setting.Tier == Tier.Strict && properties.Count > 0 ? () => Explore(setting, [], cancellation, patience) : (Func<SearchOutcome>?)null;
        var outcome = UntilItStands(setting, properties, space => new ScheduleSearch(space, library, Left, withoutTime, patience) { Told = Told }.Run(cancellation));
        cut += outcome is OutOfBudget ? 1 : 0;
        return answers[question] = outcome;
    }

    /// <summary>Tries some schedules in a setting, in memory: where a search would take too long.</summary>
    /// <param name="setting">What is run, and how.</param>
    /// <param name="properties">What must hold.</param>
    /// <param name="sampling">How many, and what they may use.</param>
    /// <param name="cancellation">Ends it without an outcome.</param>
    /// <returns><see cref="Broken"/> or <see cref="Sampled"/>.</returns>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public SearchOutcome Sample(Setting setting, IReadOnlyList<Property> properties, SamplingBudget sampling, CancellationToken cancellation) =>
        UntilItStands(setting, properties, space => new SampledSearch(space.WithOwnNames(), library, LeftOf(sampling), seed).Run(cancellation));

    /// <summary>What is known of its processes.</summary>
    internal BehaviourLibrary Library => library;

    /// <summary>The states of a setting, before any search.</summary>
    /// <param name="setting">What is run, and how.</param>
    /// <param name="properties">What must hold.</param>
    internal StateSpace SpaceOf(Setting setting, IReadOnlyList<Property> properties) =>
        new(setting.Scenario, new Target(entryType, setting.Scenario.Entry, "*"), StepsIn(setting), properties, library, lessons);

    /// <summary>Begins again as long as something comes to light that what was done so far did not reckon with: it was learnt, and is not asked for again.</summary>
    private SearchOutcome UntilItStands(Setting setting, IReadOnlyList<Property> properties, Func<StateSpace, SearchOutcome> search)
    {
        while (true)
        {
            var space = SpaceOf(setting, properties);
            var outcome = search(space);
            if (!space.IsOutdated)
                return outcome;
        }
    }

    private KnownSteps StepsIn(Setting setting)
    {
        var key = (setting.Scenario.SettingsFrom(SettingsOf(setting.Tier, setting.Chance)), setting.Scenario.ExpectsCrashes);
        // What is known is kept for the next search, but not without end.
        if (known.Values.Sum(s => s.Size) > budget.MaxEntries / 2)
            known.Clear();
        return known.TryGetValue(key, out var steps) ? steps : known[key] = new KnownSteps(key.Item1, setting.Scenario, library);
    }

    /// <summary>What sampling may use: all of it the first time that a search was cut off, and half as much each time after it.</summary>
    private SamplingBudget LeftOf(SamplingBudget sampling) =>
        sampling with
        {
            MaxStepsInAll = Halved(sampling.MaxStepsInAll, Math.Max(cut - 1, 0), LeastSteps),
            MaxRealRuns = Halved(sampling.MaxRealRuns, Math.Max(cut - 1, 0), LeastRealRuns),
            MaxEntries = Halved(sampling.MaxEntries, Math.Max(cut - 1, 0), LeastEntries),
        };

    /// <summary>What the next search may use: half as much for each that took all of it, since what is too large in one setting is so in most.</summary>
    private SearchBudget Left => budget with
    {
        MaxStates = Halved(budget.MaxStates, cut, LeastStates),
        MaxEntries = Halved(budget.MaxEntries, cut, LeastEntries),
        MaxRealRuns = Halved(budget.MaxRealRuns, cut, LeastRealRuns),
    };

    private static T Halved<T>(T most, int times, T least)
        where T : IBinaryInteger<T> => T.Max(most >> times, T.Min(most, least));

    private sealed record Question(Setting Setting, Contract.EquatableArray<Property> Properties);
}
