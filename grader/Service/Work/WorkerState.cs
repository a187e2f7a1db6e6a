using ExerciseKit.Contract;

namespace ExerciseKit.Service.Work;

/// <summary>Whether this worker may grade.</summary>
internal sealed class WorkerState
{
    private volatile LocalizedText? refusedFor;

    /// <summary>Why it takes no more; null while it does.</summary>
    public LocalizedText? RefusedFor => refusedFor;

    public bool IsRefused => refusedFor is not null;

    public void Refuse(LocalizedText why) => refusedFor = why;
}
