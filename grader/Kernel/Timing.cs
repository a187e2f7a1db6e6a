namespace ExerciseKit.Kernel;

/// <summary>How time passes.</summary>
public enum Timing
{
    /// <summary>Virtual time: it stands still while any agent can run, then jumps to the next deadline.</summary>
    Strict,

    /// <summary>A sleep is a mere yield, and a time-out may fire early, as often as it is asked for: no order rests on time.</summary>
    Loose,

    /// <summary>The driver tells the time with <see cref="KernelState.At"/>.</summary>
    Live,
}
