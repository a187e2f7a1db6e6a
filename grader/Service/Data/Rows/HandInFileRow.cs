namespace ExerciseKit.Service.Data.Rows;

/// <summary>The file that was handed in, as it came. It stands by itself, since lists of hand-ins need none of it.</summary>
internal sealed class HandInFileRow
{
    public required Guid HandInId { get; init; }

    public required byte[] Content { get; init; }
}
