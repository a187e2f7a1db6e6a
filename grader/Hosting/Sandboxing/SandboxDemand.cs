namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>How much isolation is asked for.</summary>
public enum SandboxDemand
{
    /// <summary>As much as the machine gives; what is missing stands in the result.</summary>
    WhatThereIs,

    /// <summary>All of it, or no grading.</summary>
    Everything,

    /// <summary>Plain child processes, to measure what the sandbox costs.</summary>
    Nothing,
}
