namespace ExerciseKit.Exploration.Playing;

/// <summary>What a player can ask to be taken to.</summary>
public enum PlayTarget
{
    /// <summary>A state where something breaks: a property, a crash, a deadlock, or no end at all.</summary>
    Break,

    /// <summary>A state in which nobody can go on.</summary>
    Deadlock,

    /// <summary>A state from which the program never ends, although somebody goes on.</summary>
    Livelock,

    /// <summary>An end at which nothing is wrong.</summary>
    End,
}
