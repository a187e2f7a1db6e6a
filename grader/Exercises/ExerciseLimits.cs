namespace ExerciseKit.Exercises;

/// <summary>Where an exercise departs from the grader's own limits; null leaves the default.</summary>
/// <param name="MaxProcesses">Student processes alive at once, the root included. At least 1.</param>
/// <param name="MaxOutputBytes">What one process may print in a run. At least 1.</param>
/// <param name="MaxMemoryBytes">What the objects of one student process may take. At least 32 MiB, of which the runtime needs a part.</param>
/// <param name="MaxFileBytes">How long a file may be that it writes. At least 1.</param>
/// <param name="MaxOpenFiles">Files that it may have open at once. At least 128, of which the runtime needs a part.</param>
/// <param name="MaxProcessorSeconds">Processor time between two operations, in seconds: for code inside the framework, which no loop budget counts. At least 1.</param>
/// <param name="MaxLoopIterations">Loop iterations between two operations. At least 1.</param>
public sealed record ExerciseLimits(
    long? MaxProcesses = null,
    long? MaxOutputBytes = null,
    long? MaxMemoryBytes = null,
    long? MaxLoopIterations = null,
    long? MaxFileBytes = null,
    long? MaxOpenFiles = null,
    long? MaxProcessorSeconds = null)
{
    /// <summary>The least memory that a process can work in, in bytes.</summary>
    public const long LeastMemoryBytes = 32L << 20;

    /// <summary>The fewest open files that a process can work with.</summary>
    public const long LeastOpenFiles = 128;
}
