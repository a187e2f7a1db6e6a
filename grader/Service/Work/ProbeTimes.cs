namespace ExerciseKit.Service.Work;

/// <summary>How often a worker is tried.</summary>
/// <param name="Every">Default ten minutes.</param>
internal sealed record ProbeTimes(TimeSpan Every)
{
    public static ProbeTimes Default { get; } = new(TimeSpan.FromMinutes(10));
}
