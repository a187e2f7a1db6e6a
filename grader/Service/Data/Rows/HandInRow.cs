namespace ExerciseKit.Service.Data.Rows;

/// <summary>What somebody handed in. It is never changed; what becomes of it stands in <see cref="Gradings"/>.</summary>
internal sealed class HandInRow
{
    public required Guid Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The ids of the exercises that it is graded for, in order.</summary>
    public required string[] Exercises { get; init; }

    /// <summary>By the database's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required HandInWay Way { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    public required int Bytes { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the sender called this hand-in, so that sending it twice hands it in once; null where that was not said.</summary>
    public string? SentAs { get; init; }

    /// <summary>The result that stands; null while there is none.</summary>
    /// <remarks>No foreign key: results name their hand-in, and a circle of two could not be restored row by row.</remarks>
    public Guid? ResultId { get; set; }

    public HandInFileRow? File { get; init; }

    public List<GradingRow> Gradings { get; init; } = [];
}
