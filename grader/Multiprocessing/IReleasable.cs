namespace ExerciseKit.Multiprocessing;

/// <summary>A primitive that a <see cref="LockScope"/> can hold.</summary>
internal interface IReleasable
{
    void Release();
}
