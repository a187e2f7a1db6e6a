namespace ExerciseKit.Service.Data.Rows;

/// <summary>That a hand-in is to be graded, and how far that is. The row itself is the queue that survives: jobs are made from it.</summary>
internal sealed class GradingRow
{
    public required Guid Id { get; init; }

    public required Guid HandInId { get; init; }

    public required GradingReason Reason { get; init; }

    /// <summary>The set that it belongs to, where <see cref="Reason"/> is <see cref="GradingReason.Regrading"/>.</summary>
    public Guid? RegradingId { get; init; }

    public GradingState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>How often a worker has begun; a result is taken of the last one alone.</summary>
    public int Attempt { get; set; }

    /// <summary>The worker that has it; null where none has.</summary>
    public string? WorkerId { get; set; }

    /// <summary>When it is another worker's, if its own does not say before that it lives; by the database's clock.</summary>
    public DateTimeOffset? LeaseEnd { get; set; }

    /// <summary>How often its worker died of it or could not grade it.</summary>
    public int Failures { get; set; }

    /// <summary>How the grader failed the last time; null where it did not.</summary>
    public string? Fault { get; set; }

    /// <summary>Why the hand-in can't be graded, where that is the hand-in's fault.</summary>
    public string? Problem { get; set; }

    /// <summary>The job that stands for it; null while there is none.</summary>
    public string? JobId { get; set; }

    public DateTimeOffset? BegunAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public HandInRow? HandIn { get; init; }
}
