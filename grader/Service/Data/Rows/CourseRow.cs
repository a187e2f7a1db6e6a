namespace ExerciseKit.Service.Data.Rows;

/// <summary>A course's file and its roster as they were taken. The last that was taken counts; the others tell what it was before.</summary>
/// <remarks>Workers on other machines have the database alone, so both files are kept whole.</remarks>
internal sealed class CourseRow
{
    public int Id { get; init; }

    /// <summary>What stands in <c>course.json</c>.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of it, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What stands in the file of who is in the class; null where the course names none.</summary>
    public string? RosterText { get; init; }

    public string? RosterSha256 { get; init; }

    /// <summary>The fingerprint of the kit that the class is graded by: marks of another would not be comparable.</summary>
    public required string Kit { get; init; }

    public required string KitVersion { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required string TakenBy { get; init; }
}
