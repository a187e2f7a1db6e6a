namespace ExerciseKit.Service.Data.Rows;

/// <summary>What an alarm is about.</summary>
internal enum AlarmKind
{
    /// <summary>The same hand-in, graded twice by the same kit, came out otherwise.</summary>
    ResultsDiffer,

    /// <summary>The grader failed on a hand-in as often as is tried.</summary>
    GraderFailed,

    /// <summary>A worker does not grade a known hand-in as it must.</summary>
    WorkerRefused,
}
