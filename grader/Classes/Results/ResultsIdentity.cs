using System.Text.Json.Serialization;
using ExerciseKit.Contract;

namespace ExerciseKit.Classes.Results;

/// <summary>What all results in a folder were made by and for: what lies in one folder is one class's work, graded in one way.</summary>
/// <param name="Course">The course's name; null where none is given.</param>
/// <param name="Exercises">The ids of the exercises to grade; empty for those that each hand-in holds.</param>
/// <param name="CourseExercises">The ids of all exercises of the course.</param>
/// <param name="Seed">What every random choice was seeded with.</param>
/// <param name="RequireProof">Whether points were given for proofs alone.</param>
/// <param name="KitVersion">The kit's version.</param>
/// <param name="Kit">The kit's fingerprint.</param>
public sealed record ResultsIdentity(
    string? Course,
    EquatableArray<string> Exercises,
    EquatableArray<string> CourseExercises,
    int Seed,
    bool RequireProof,
    string KitVersion,
    string Kit)
{
    /// <summary>The format's name and version.</summary>
    public const string CurrentFormat = "exercisekit.results/1";

    [JsonPropertyOrder(-1)]
    public string Format { get; init; } = CurrentFormat;

    /// <summary>Where the hand-ins were when they were last graded: a full path.</summary>
    public string HandIns { get; init; } = "";

    /// <summary>The course's file: a full path; null where there is none.</summary>
    public string? CourseFile { get; init; }

    /// <summary>Whose columns the gradebook has.</summary>
    public string Gradebook { get; init; } = "plain";
}
