namespace ExerciseKit.Service.Data.Rows;

/// <summary>A hand-in whose outcome is known: a worker that grades it otherwise grades nothing else.</summary>
internal sealed class ProbeRow
{
    public int Id { get; init; }

    /// <summary>The fingerprint of the kit that it is for.</summary>
    public required string Kit { get; init; }

    public required string Exercise { get; init; }

    /// <summary>A zip, as students hand it in.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Whether it is a solution; else it is the stub, which passes no check.</summary>
    public required bool IsSolution { get; init; }

    /// <summary>The hash of its result as the first worker had it that came to what is expected; null before that.</summary>
    public string? Hash { get; set; }
}
