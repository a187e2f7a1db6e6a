using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>What results call objects.</summary>
internal static class ObjectLabels
{
    /// <summary>An object's label.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="path">A file's path.</param>
    /// <param name="number">Which of its kind it is.</param>
    /// <param name="isRight">Whether it is the right end of a pipe.</param>
    public static LocalizedText Of(ObjectKind kind, string path, int number, bool isRight) => kind switch
    {
        ObjectKind.Lock => new($"lock {number}", $"锁 {number}"),
        ObjectKind.ReentrantLock => new($"reentrant lock {number}", $"可重入锁 {number}"),
        ObjectKind.Semaphore => new($"semaphore {number}", $"信号量 {number}"),
        ObjectKind.Event => new($"event {number}", $"事件 {number}"),
        ObjectKind.Condition => new($"condition {number}", $"条件变量 {number}"),
        ObjectKind.Barrier => new($"barrier {number}", $"屏障 {number}"),
        ObjectKind.Queue => new($"queue {number}", $"队列 {number}"),
        ObjectKind.PipeEnd => isRight ? new($"pipe {number}, right end", $"管道 {number} 的右端") : new($"pipe {number}, left end", $"管道 {number} 的左端"),
        ObjectKind.Pool => new($"pool {number}", $"进程池 {number}"),
        ObjectKind.Dictionary => new($"dictionary {number}", $"字典 {number}"),
        ObjectKind.List => new($"list {number}", $"列表 {number}"),
        ObjectKind.Value => new($"value {number}", $"共享值 {number}"),
        _ => LocalizedText.Same(path),
    };
}
