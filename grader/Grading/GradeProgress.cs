using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading;

/// <summary>What grading tells while it works.</summary>
public abstract record GradeProgress;

/// <summary>It is known what the hand-in's processes are kept from; none has been started yet.</summary>
public sealed record WallsKnown(SandboxReport Report) : GradeProgress;

/// <summary>An exercise's turn has come.</summary>
public sealed record ExerciseStarted(string Id, LocalizedText Title) : GradeProgress;

/// <summary>What is being done for an exercise now, such as "compiling".</summary>
public sealed record StepStarted(string ExerciseId, LocalizedText Step) : GradeProgress;

/// <summary>A check has its result.</summary>
public sealed record CheckFinished(string ExerciseId, CheckResult Result) : GradeProgress;

/// <summary>An exercise is done.</summary>
public sealed record ExerciseFinished(ExerciseResult Result) : GradeProgress
{
    /// <summary>SHA-256 of the student's files that were graded, in hexadecimal.</summary>
    public string Hash { get; init; } = "";
}
