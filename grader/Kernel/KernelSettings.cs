namespace ExerciseKit.Kernel;

/// <summary>What holds for a whole run.</summary>
/// <param name="Timing">How time passes.</param>
/// <param name="Seed">Seeds what the agents draw, and what they learn of the machine: ids, clock, time zone. Default 1.</param>
/// <param name="MaxProcesses">How many processes may live at once. Default 64.</param>
/// <param name="TracksOwnTime">Whether agents keep count of their own sleeps in loose time; needless where no clock is read. Default true.</param>
public sealed record KernelSettings(Timing Timing, int Seed = 1, int MaxProcesses = KernelSettings.DefaultMaxProcesses, bool TracksOwnTime = true)
{
    /// <summary>How many processes may live at once where nobody says otherwise.</summary>
    public const int DefaultMaxProcesses = 64;

    /// <summary>How many characters of packed items a queue's buffer takes; the process that put what stands beyond it can't end before it is taken. Null, the default, for any number.</summary>
    public int? QueueBuffer { get; init; }

    /// <summary>How long a start holds up the one who starts, in virtual time; the child runs meanwhile. Zero, the default, not at all.</summary>
    public TimeSpan StartTakes { get; init; }
}
