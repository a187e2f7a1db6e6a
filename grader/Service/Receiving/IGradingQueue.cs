namespace ExerciseKit.Service.Receiving;

/// <summary>Where gradings go on from.</summary>
internal interface IGradingQueue
{
    /// <summary>Gradings were asked for, and stand in the database: they are waiting, and have no job yet. Who is not told finds them there.</summary>
    Task AskedAsync(IReadOnlyCollection<Guid> gradings, CancellationToken cancellation);
}
