namespace ExerciseKit.Service.Data.Rows;

/// <summary>A change that somebody made: who, when, what, why. The database refuses to change or remove one.</summary>
internal sealed class AuditRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>What was done, one word of a fixed few.</summary>
    public required string What { get; init; }

    /// <summary>Whose mark or account it concerns; null for the whole class's.</summary>
    public string? PersonId { get; init; }

    public string? Exercise { get; init; }

    public Guid? HandInId { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public required string Why { get; init; }
}
