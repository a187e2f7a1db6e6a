using ExerciseKit.Contract;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>A pool as its workers are handed it; a ProcessPool itself stays with the process that made it.</summary>
internal sealed class PoolHandle(string name) : IShared
{
    internal const string Kind = "pool";

    public string Name => name;

    public Handle Handle => new(Kind, name);
}
