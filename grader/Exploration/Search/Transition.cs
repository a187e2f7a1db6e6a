using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.States;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>A step of the search: one choice and all that is taken at once after it.</summary>
/// <param name="State">The state that it leads to.</param>
/// <param name="Steps">How many choices that were.</param>
/// <param name="Stop">Why the search goes no further here; null when it does.</param>
/// <param name="Reached">The existential properties that it fulfils, if only between two events of one step.</param>
/// <param name="Places">The names in <paramref name="State"/> of agents that bore another in the steps; null when none did.</param>
internal sealed record Transition(SearchState State, int Steps, Stop? Stop, IReadOnlyList<Property> Reached, IReadOnlyDictionary<string, string>? Places)
{
    /// <summary>What an agent of the steps is called in the state.</summary>
    public string NameOf(string agent) => Places?.GetValueOrDefault(agent, agent) ?? agent;
}

/// <summary>What was done, to be told.</summary>
internal sealed class Recording
{
    /// <summary>The choices, those taken at once among them.</summary>
    public List<Choice> Choices { get; } = [];

    /// <summary>What each of them did.</summary>
    public List<TraceStep> Steps { get; } = [];
}

/// <summary>A schedule gone through once more, each agent under its own name.</summary>
/// <param name="Trace">The schedule and its trace.</param>
/// <param name="State">The state that it leads to, not normalized: what is told of it must speak of the agents as the trace does.</param>
/// <param name="Stop">Why it goes no further; null when it could.</param>
internal sealed record Replayed(Trace Trace, SearchState State, Stop? Stop);

/// <summary>Why the search goes no further from a state.</summary>
/// <param name="Fault">A fault of the schedule itself.</param>
/// <param name="Property">The property that it breaks.</param>
/// <param name="Finding">How it breaks it.</param>
internal sealed record Stop(Fault? Fault, Property? Property, LocalizedText? Finding)
{
    /// <summary>The program has ended, and nothing is wrong.</summary>
    public static Stop Ended { get; } = new(null, null, null);

    /// <summary>Whether something is wrong.</summary>
    public bool IsBroken => this != Ended;

    public static Stop By(Fault fault) => new(fault, null, null);

    public static Stop By(Property property, LocalizedText finding) => new(null, property, finding);
}
