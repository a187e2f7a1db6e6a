namespace ExerciseKit.Session.Progress;

/// <summary>An exercise that was solved.</summary>
/// <param name="Exercise">Its id.</param>
/// <param name="Hash">SHA-256 of the files that solved it, in hexadecimal.</param>
/// <param name="KitVersion">The version of the kit that graded them.</param>
public sealed record ProgressEntry(string Exercise, string Hash, string KitVersion);

/// <summary>How far a student is with an exercise.</summary>
public enum ExerciseState
{
    Open,
    Solved,

    /// <summary>It was solved, and its files have changed since.</summary>
    ToBeChecked,
}
