namespace ExerciseKit.Contract;

/// <summary>A language that the kit speaks.</summary>
public enum Language
{
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}
