namespace ExerciseKit.Service.Data.Rows;

/// <summary>Something that a teacher must look at.</summary>
internal sealed class AlarmRow
{
    public required Guid Id { get; init; }

    public required AlarmKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? HandInId { get; init; }

    public string? WorkerId { get; init; }

    public required string English { get; init; }

    public required string Chinese { get; init; }

    public DateTimeOffset? SeenAt { get; set; }

    public string? SeenBy { get; set; }
}
