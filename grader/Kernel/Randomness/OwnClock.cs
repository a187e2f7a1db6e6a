namespace ExerciseKit.Kernel.Randomness;

/// <summary>The time that an agent has been through, which in loose time it keeps count of itself, where anybody reads a clock.</summary>
internal static class OwnClock
{
    /// <summary>An agent when a sleep or a patience of it is over.</summary>
    public static AgentState AfterWaiting(AgentState agent, TimeSpan duration, KernelSettings settings) =>
        settings is { Timing: Timing.Loose, TracksOwnTime: true } && duration > TimeSpan.Zero
            ? agent with { OwnTime = Moment.After(agent.OwnTime, Moment.After(duration, UntidyMachine.LatenessOf(settings.Seed))) }
            : agent;
}
