namespace ExerciseKit.Service.Data.Rows;

/// <summary>Another due time that a teacher gave a student, beside those of the course's file.</summary>
internal sealed class ExtensionRow
{
    public required Guid Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>For which exercise; null for all.</summary>
    public string? Exercise { get; init; }

    public required DateTimeOffset Due { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public required string GivenBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }
}
