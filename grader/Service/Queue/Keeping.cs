namespace ExerciseKit.Service.Queue;

/// <summary>What became of a result that a worker brought.</summary>
internal enum Keeping
{
    /// <summary>It stands.</summary>
    Stands,

    /// <summary>The attempt was not the last one any more: it is kept to be compared, and changes nothing.</summary>
    Overtaken,

    /// <summary>It was there already: the answer to the first time was lost.</summary>
    WasThere,
}
