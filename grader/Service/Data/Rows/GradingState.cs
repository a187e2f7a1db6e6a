namespace ExerciseKit.Service.Data.Rows;

/// <summary>How far a grading is.</summary>
internal enum GradingState
{
    Waiting,
    Grading,
    Graded,

    /// <summary>A newer hand-in of the same student took its place while it waited.</summary>
    Cancelled,

    /// <summary>It was tried as often as is tried. No attempt is charged, and a teacher is told.</summary>
    GraderFailed,
}
