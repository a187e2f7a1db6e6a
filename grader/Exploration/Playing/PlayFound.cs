namespace ExerciseKit.Exploration.Playing;

/// <summary>Whether there is a state that was asked for.</summary>
public enum PlayFound
{
    /// <summary>There is, and the player is there.</summary>
    Yes,

    /// <summary>From here no choices lead to one.</summary>
    No,

    /// <summary>None was found as far as was looked.</summary>
    Unknown,
}
