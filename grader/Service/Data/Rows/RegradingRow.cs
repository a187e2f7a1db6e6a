namespace ExerciseKit.Service.Data.Rows;

/// <summary>A set of hand-ins that is graded again beside the marks that stand, until it is applied or discarded.</summary>
internal sealed class RegradingRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Which hand-ins, as JSON.</summary>
    public required string Choice { get; init; }

    public RegradingState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string AskedBy { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    /// <summary>Whether a hand-in that would get less kept what it had.</summary>
    public bool NeverLower { get; set; }
}
