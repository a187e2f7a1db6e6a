using ExerciseKit.Contract.Hosts;
using ExerciseKit.Exercises;
using ExerciseKit.Hosting.Hosts;

namespace ExerciseKit.Grading.Preparing;

/// <summary>What an exercise's processes may use.</summary>
internal static class LimitsOfExercise
{
    /// <summary>An exercise's limits: its own, and for the rest the defaults.</summary>
    public static ProcessLimits ForHosts(ExerciseLimits limits)
    {
        var (host, processorTime) = ProcessLimits.Default;
        return new ProcessLimits(
            new HostLimits(
                limits.MaxMemoryBytes ?? host.MaxMemoryBytes,
                limits.MaxFileBytes ?? host.MaxFileBytes,
                limits.MaxOpenFiles ?? host.MaxOpenFiles,
                limits.MaxOutputBytes ?? host.MaxOutputBytes),
            limits.MaxProcessorSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : processorTime);
    }
}
