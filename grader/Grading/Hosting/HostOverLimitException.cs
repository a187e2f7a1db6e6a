namespace ExerciseKit.Grading.Hosting;

/// <summary>A host went beyond a limit that only its driver can see, and can't be used any more.</summary>
/// <param name="what">What it did, to follow the process's name.</param>
internal sealed class HostOverLimitException(string what) : Exception(what)
{
    /// <summary>It computed beyond the bound without a word: code inside the framework, which no loop budget counts.</summary>
    public static HostOverLimitException Processor(TimeSpan bound) =>
        new($"computed for more than {bound.TotalSeconds} s of processor time without calling anything of the kit (maxProcessorSeconds).");

    /// <summary>It holds more memory than it may.</summary>
    public static HostOverLimitException Memory(long bytes) =>
        new($"needed more than the {bytes >> 20} MiB of memory that are allowed (maxMemoryBytes).");
}
