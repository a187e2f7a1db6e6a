namespace ExerciseKit.Service.Data.Rows;

/// <summary>A process that grades.</summary>
internal sealed class WorkerRow
{
    /// <summary>Another for each process, however often it is started.</summary>
    public required string Id { get; init; }

    public required string Machine { get; init; }

    public required int ProcessId { get; init; }

    public required string Kit { get; init; }

    public required string KitVersion { get; init; }

    /// <summary>How many hand-ins it grades at once.</summary>
    public required int Jobs { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it last graded a known hand-in as it must.</summary>
    public DateTimeOffset? LastGoodProbeAt { get; set; }

    /// <summary>Since when it takes no more jobs, for it did not.</summary>
    public DateTimeOffset? RefusedAt { get; set; }

    /// <summary>What was wrong then.</summary>
    public string? RefusedFor { get; set; }

    /// <summary>When it ended by itself; null where it lives, or was killed.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
