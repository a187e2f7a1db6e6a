namespace ExerciseKit.Grading.Exercises;

/// <summary>Where an exercise departs from the grader's own limits; null leaves the default.</summary>
/// <param name="MaxProcesses">Student processes alive at once, the root included. At least 1.</param>
/// <param name="MaxOutputBytes">What one run may print. At least 1.</param>
/// <param name="MaxMemoryBytes">What one student process may use. At least 1.</param>
/// <param name="MaxLoopIterations">Loop iterations between two operations. At least 1.</param>
public sealed record ExerciseLimits(
    long? MaxProcesses = null,
    long? MaxOutputBytes = null,
    long? MaxMemoryBytes = null,
    long? MaxLoopIterations = null);
