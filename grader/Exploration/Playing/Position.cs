using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Playing;

/// <summary>Where a player is.</summary>
/// <param name="State">The state, each agent under its own name.</param>
/// <param name="Stop">Why it goes no further; null where it does.</param>
/// <param name="Choices">What can happen next.</param>
/// <param name="Steps">How many steps were taken until here, those taken at once among them.</param>
/// <param name="Made">The choice that led here; null at the beginning.</param>
/// <param name="Switches">How often a choice took over from an agent that could have gone on.</param>
/// <param name="Twin">The state that stands for it where twins are not told apart.</param>
internal sealed record Position(SearchState State, PlayStop? Stop, IReadOnlyList<Choice> Choices, int Steps, Choice? Made, int Switches, Twin Twin);

/// <summary>The state that stands for a player's: it differs from that in the time, and in who of twins is where.</summary>
/// <param name="State">The state.</param>
/// <param name="OwnNames">The player's names of its agents, where they are others.</param>
/// <param name="Index">Its number on the chart; negative where it is on none.</param>
internal sealed record Twin(SearchState State, Dictionary<string, string> OwnNames, int Index)
{
    /// <summary>A choice of the player's, by the names of this state.</summary>
    public Choice Named(Choice own)
    {
        foreach (var (name, its) in OwnNames)
        {
            if (its == own.Agent)
                return own with { Agent = name };
        }

        return own;
    }

    /// <summary>A choice in this state, by the player's names.</summary>
    public Choice Own(Choice choice) => choice with { Agent = OwnNames.GetValueOrDefault(choice.Agent, choice.Agent) };

    public static Twin After(Dictionary<string, string> ownNames, Transition to, int index) =>
        new(to.State, StateSpace.Renamed(ownNames, to.Places), index);
}
