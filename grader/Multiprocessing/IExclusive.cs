using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A lock of either kind, as a condition uses it.</summary>
internal interface IExclusive : IShared, IReleasable
{
    void Acquire();

    bool TryAcquire(TimeSpan timeout);
}
