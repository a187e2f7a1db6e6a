namespace ExerciseKit.Service.Data.Rows;

/// <summary>A check that was finished while the grading goes on, for who watches. Nothing rests on it; it goes when the result comes.</summary>
internal sealed class CheckSeenRow
{
    public required Guid GradingId { get; init; }

    public required int Attempt { get; init; }

    /// <summary>The how many-th it was told, from 1: a later one of the same check takes the earlier one's place.</summary>
    public required int Number { get; init; }

    public required string Exercise { get; init; }

    /// <summary>The JSON of a check's mark.</summary>
    public required string Check { get; init; }
}
