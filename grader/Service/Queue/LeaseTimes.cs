namespace ExerciseKit.Service.Queue;

/// <summary>How long a worker may be silent.</summary>
/// <param name="Length">After so long without a word from its worker a grading is another's. Default 45 s: one that was killed is replaced within two minutes, even where who notices must first be sure that the database was not away.</param>
/// <param name="Beat">How often a worker says that it lives. Default 10 s.</param>
/// <param name="Sweep">How often it is looked for what nobody works on. Default 5 s.</param>
internal sealed record LeaseTimes(TimeSpan Length, TimeSpan Beat, TimeSpan Sweep)
{
    public static LeaseTimes Default { get; } = new(TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5));
}
