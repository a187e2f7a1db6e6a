namespace ExerciseKit.Service.Data.Rows;

/// <summary>What became of a regrading.</summary>
internal enum RegradingState
{
    /// <summary>It stands beside the marks; its gradings tell how far it is.</summary>
    Beside,
    Applied,
    Discarded,
}
