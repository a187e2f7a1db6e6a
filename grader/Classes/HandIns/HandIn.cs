using ExerciseKit.Contract;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Classes.HandIns;

/// <summary>One hand-in of a class, before it is read.</summary>
/// <param name="Place">Where it lies in the folder of all of them, and its name for people.</param>
/// <param name="Students">Who hands it in; several where a group does.</param>
public sealed record HandIn(string Place, EquatableArray<Student> Students)
{
    /// <summary>The file or folder that it is; where <see cref="Files"/> are given, only its name.</summary>
    public required string Path { get; init; }

    /// <summary>The files that it consists of, where they lie among those of others.</summary>
    public IReadOnlyList<GatheredFile> Files { get; init; } = [];

    /// <summary>When it was handed in, by the clock of the system that took it; null where that does not tell.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Whether that system calls it late.</summary>
    public bool IsMarkedLate { get; init; }

    /// <summary>Which of one student's hand-ins it is, where their names count them; from 0.</summary>
    public int Attempt { get; init; }

    /// <summary>Why there is nothing to grade; null where there may be.</summary>
    public string? Problem { get; init; }

    /// <summary>What is to be said of it, a sentence each.</summary>
    public EquatableArray<string> Notes { get; init; } = [];

    /// <summary>A name for its results that is a folder's name on every system, and no other hand-in's.</summary>
    public string Key => HandInKey.Of(Place);
}
