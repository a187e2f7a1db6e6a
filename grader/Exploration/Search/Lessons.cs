using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Exploration.Search;

/// <summary>What searches of one program have come upon that they had not reckoned with: those after them do.</summary>
internal sealed class Lessons
{
    /// <summary>The properties that were met asking how long the program took.</summary>
    public HashSet<Property> Timed { get; } = [];

    /// <summary>The properties that do not hold of some agents what they hold of others that do the same.</summary>
    public HashSet<Property> TellingApart { get; } = [];
}
