namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>How much isolation is asked for.</summary>
/// <param name="IsRequired">Whether there is no grading where what protects the machine and the grader can't be had; else what is missing stands in the result.</param>
/// <param name="Bubblewrap">Whether a sandbox by bubblewrap is made.</param>
/// <param name="Landlock">What hosts use of Landlock, as the kernel gives it.</param>
public sealed record SandboxDemand(bool IsRequired, BubblewrapDemand Bubblewrap, LandlockSupport Landlock)
{
    private static readonly LandlockSupport Here = LandlockSupport.OfThisMachine();

    /// <summary>As much as the machine gives.</summary>
    public static SandboxDemand WhatThereIs { get; } = new(IsRequired: false, BubblewrapDemand.IfThere, Here);

    /// <summary>All that protects, or no grading.</summary>
    public static SandboxDemand Everything { get; } = WhatThereIs with { IsRequired = true };

    /// <summary>The hosts' own wall alone.</summary>
    public static SandboxDemand LandlockAlone { get; } = new(IsRequired: false, BubblewrapDemand.No, Here);

    /// <summary>The namespaces alone.</summary>
    public static SandboxDemand BubblewrapAlone { get; } = new(IsRequired: false, BubblewrapDemand.Always, LandlockSupport.NotAsked);

    /// <summary>Both walls, one around the other.</summary>
    public static SandboxDemand Both { get; } = new(IsRequired: false, BubblewrapDemand.Always, Here);

    /// <summary>Plain child processes, to measure what the walls cost.</summary>
    public static SandboxDemand Nothing { get; } = new(IsRequired: false, BubblewrapDemand.No, LandlockSupport.NotAsked);
}

/// <summary>Whether hosts run in a sandbox by bubblewrap.</summary>
public enum BubblewrapDemand
{
    No,

    /// <summary>Where the machine can make one.</summary>
    IfThere,

    /// <summary>Or there is no grading.</summary>
    Always,
}
