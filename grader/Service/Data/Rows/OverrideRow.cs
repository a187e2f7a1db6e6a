namespace ExerciseKit.Service.Data.Rows;

/// <summary>Points that a teacher gave in the place of those that the checks gave.</summary>
internal sealed class OverrideRow
{
    public required Guid Id { get; init; }

    public required string PersonId { get; init; }

    public required string Exercise { get; init; }

    public required decimal Points { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public required string GivenBy { get; init; }

    /// <summary>Since when it no longer counts; a later one for the same exercise takes its place.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }
}
