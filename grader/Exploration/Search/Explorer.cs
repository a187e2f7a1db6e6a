using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Explores one program: every search shares what is known of its processes, and none is done twice.</summary>
/// <param name="entryType">The full name of the class that holds the entries.</param>
/// <param name="facts">What the program can do at all.</param>
/// <param name="seed">Seeds what its processes draw.</param>
/// <param name="library">What is known of its processes.</param>
/// <param name="budget">What one search may use.</param>
/// <param name="maxProcesses">How many processes may live at once.</param>
public sealed class Explorer(string entryType, ProgramFacts facts, int seed, BehaviourLibrary library, SearchBudget budget, int maxProcesses = KernelSettings.DefaultMaxProcesses)
{
    private readonly Dictionary<Question, SearchOutcome> answers = [];

    /// <summary>The real runs that all searches so far have needed.</summary>
    public int RealRuns => library.RealRuns;

    /// <summary>What had to be taken for granted, in words; null when nothing had.</summary>
    public string? Bound => library.HasEndlessRounds ? $"within {Rounds.ProvingEndless:N0} operations of a process that repeats itself" : null;

    /// <summary>The settings of a run in a tier.</summary>
    public KernelSettings SettingsOf(Tier tier) => new(tier == Tier.Strict ? Kernel.Timing.Strict : Kernel.Timing.Loose, seed, maxProcesses, TracksOwnTime: facts.ReadsClocks);

    /// <summary>Covers all schedules of a scenario in a tier, or finds the simplest one that breaks a property or is at fault by itself.</summary>
    /// <param name="scenario">What is run.</param>
    /// <param name="tier">Under which time.</param>
    /// <param name="properties">What must hold.</param>
    /// <param name="cancellation">Ends it without an outcome.</param>
    /// <param name="patience">Ends it as out of budget, whatever the budget has left.</param>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public SearchOutcome Explore(Scenario scenario, Tier tier, IReadOnlyList<Property> properties, CancellationToken cancellation, CancellationToken patience = default)
    {
        var question = new Question(scenario, tier, [.. properties]);
        if (answers.TryGetValue(question, out var known))
            return known;
        var target = new Target(entryType, scenario.Entry, "*");
        var space = new StateSpace(scenario, target, SettingsOf(tier), facts, properties, library);
        var withoutTime = tier == Tier.Strict && properties.Count > 0 ? () => Explore(scenario, tier, [], cancellation, patience) : (Func<SearchOutcome>?)null;
        return answers[question] = new ScheduleSearch(space, library, budget, withoutTime, patience).Run(cancellation);
    }

    private sealed record Question(Scenario Scenario, Tier Tier, Contract.EquatableArray<Property> Properties);
}
