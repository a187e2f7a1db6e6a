using System.Text.Json.Serialization;
using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Packing;

/// <summary>What a packed hand-in says of itself; format <c>exercisekit.hand-in/1</c>. It is the student's word: no mark rests on it.</summary>
/// <param name="KitVersion">The kit that packed it.</param>
/// <param name="Student">Who hands in; null where nobody said.</param>
/// <param name="PackedAt">When it was packed, by the student's clock: the one thing that differs between two packings of the same files.</param>
/// <param name="Exercises">The exercises in it, in order of their ids.</param>
/// <param name="Files">The files in it, in order of their paths; the manifest itself is not among them.</param>
public sealed record HandInManifest(
    string KitVersion,
    string? Student,
    DateTimeOffset PackedAt,
    EquatableArray<PackedExercise> Exercises,
    EquatableArray<PackedFile> Files)
{
    /// <summary>The format's name and version.</summary>
    public const string CurrentFormat = "exercisekit.hand-in/1";

    /// <summary>The manifest's name in the archive, at its top.</summary>
    public const string FileName = "exercisekit-manifest.json";

    [JsonPropertyOrder(-1)]
    public string Format { get; init; } = CurrentFormat;
}

/// <summary>An exercise in a packed hand-in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Verdict">How it came out when the student last checked it.</param>
public sealed record PackedExercise(string Id, OwnVerdict Verdict);

/// <summary>A file in a packed hand-in.</summary>
/// <param name="Path">Its path in the archive.</param>
/// <param name="Sha256">SHA-256 of its content, in hexadecimal.</param>
public sealed record PackedFile(string Path, string Sha256);

/// <summary>How an exercise came out on the student's own machine.</summary>
public enum OwnVerdict
{
    /// <summary>It has not passed yet.</summary>
    Open,

    /// <summary>These very files passed every check.</summary>
    Solved,

    /// <summary>It passed once, and its files have changed since.</summary>
    ChangedSinceSolved,
}
