using System.Text.Json.Serialization;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Results;

/// <summary>What is kept of one hand-in beside its whole result: enough for gradebooks and pages.</summary>
/// <param name="Key">The name of its folder.</param>
/// <param name="Place">Where it lay in the folder of all hand-ins.</param>
/// <param name="Students">Who handed it in.</param>
/// <param name="GradedAs">What the result is a function of, as a hash: the hand-in, the exercises, the seed, the kit. Null where the grader failed, so that it is graded again.</param>
public sealed record HandInRecord(string Key, string Place, EquatableArray<Student> Students, string? GradedAs)
{
    /// <summary>The format's name and version.</summary>
    public const string CurrentFormat = "exercisekit.graded-hand-in/1";

    [JsonPropertyOrder(-1)]
    public string Format { get; init; } = CurrentFormat;

    /// <summary>When it was handed in, by the clock of the system that took it.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it was packed, by the student's own clock.</summary>
    public DateTimeOffset? PackedAt { get; init; }

    /// <summary>Whether the system that took it calls it late.</summary>
    public bool IsMarkedLate { get; init; }

    /// <summary>Which of one student's hand-ins it is, where their names count them.</summary>
    public int Attempt { get; init; }

    /// <summary>SHA-256 of the student's files; null where they could not be read.</summary>
    public string? SubmissionHash { get; init; }

    /// <summary>SHA-256 of all of the result but its timing; null where there is none.</summary>
    public string? ResultHash { get; init; }

    /// <summary>Why it could not be graded, where that is the hand-in's fault.</summary>
    public string? Problem { get; init; }

    /// <summary>How the grader failed.</summary>
    public string? Fault { get; init; }

    /// <summary>What is to be said of it, a sentence each.</summary>
    public EquatableArray<string> Notes { get; init; } = [];

    /// <summary>The exercises graded, in order of their ids.</summary>
    public EquatableArray<ExerciseMark> Exercises { get; init; } = [];

    /// <summary>How long grading took, in milliseconds; the one thing here that varies.</summary>
    public double DurationMs { get; init; }

    [JsonIgnore]
    public int Score => Exercises.Sum(e => e.Score);

    [JsonIgnore]
    public int MaxScore => Exercises.Sum(e => e.MaxScore);
}

/// <summary>An exercise's marks.</summary>
public sealed record ExerciseMark(string Id, string Title, EquatableArray<CheckMark> Checks)
{
    [JsonIgnore]
    public int Score => Checks.Sum(c => c.Points);

    [JsonIgnore]
    public int MaxScore => Checks.Sum(c => c.MaxPoints);

    public static ExerciseMark Of(ExerciseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(result.Id, result.Title.En, result.Checks.Select(c => new CheckMark(c.Id, c.Title.En, c.Status, c.Verdict, c.Points, c.MaxPoints)).ToEquatableArray());
    }
}

/// <summary>A check's marks.</summary>
public sealed record CheckMark(string Id, string Title, CheckStatus Status, Verdict Verdict, int Points, int MaxPoints);
