namespace ExerciseKit.Service.Data.Rows;

/// <summary>What a grading gave. It is never changed, and kept when another takes its place.</summary>
internal sealed class ResultRow
{
    public required Guid Id { get; init; }

    public required Guid HandInId { get; init; }

    public required Guid GradingId { get; init; }

    /// <summary>Of which attempt it is.</summary>
    public required int Attempt { get; init; }

    /// <summary>The kit's fingerprint.</summary>
    public required string Kit { get; init; }

    public required string KitVersion { get; init; }

    /// <summary>All that it is a function of, as a hash: the file, the exercises, the seed, the kit. Two of one are equal.</summary>
    public required string GradedAs { get; init; }

    /// <summary>SHA-256 of all of it but timing, machine and walls, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The result's JSON, by Brotli; null where the hand-in could not be read.</summary>
    public byte[]? Content { get; init; }

    /// <summary>What gradebooks need of it, as <c>kit grade-all</c> keeps it: the JSON of a hand-in's record.</summary>
    public required string Record { get; init; }

    public required DateTimeOffset GradedAt { get; init; }

    public required string WorkerId { get; init; }

    /// <summary>Since when it is doubted, for its worker was found to grade wrong; null where it is not.</summary>
    public DateTimeOffset? DoubtedAt { get; set; }
}
