using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Multiprocessing.Pools;

/// <summary>A task that was handed in.</summary>
/// <param name="number">Its number in the order of handing in.</param>
/// <param name="finished">Called once with its result; null where nobody wants that.</param>
internal sealed class PendingTask(int number, Action<TaskResult>? finished)
{
    public int Number => number;

    public bool HasCallback => finished is not null;

    /// <summary>What it came to; null while that has not been asked for, or is not there.</summary>
    public TaskResult? Result { get; private set; }

    public void Finish(TaskResult result)
    {
        Result = result;
        finished?.Invoke(result);
    }
}
