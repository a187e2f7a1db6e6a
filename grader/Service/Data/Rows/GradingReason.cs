namespace ExerciseKit.Service.Data.Rows;

/// <summary>Why something is graded.</summary>
internal enum GradingReason
{
    /// <summary>It was handed in.</summary>
    HandedIn,

    /// <summary>The worker that graded it was later found to grade wrong.</summary>
    Doubted,

    /// <summary>A teacher asked for it, as after the grader failed.</summary>
    Asked,

    /// <summary>It is of a set that is graded beside the marks that stand.</summary>
    Regrading,
}
