namespace ExerciseKit.Tests.Semantics;

/// <summary>What drives a program under test; the rules of the primitives must hold whichever it is.</summary>
public enum Driver
{
    /// <summary>Real processes, the real clock, first come first served: as a student runs it.</summary>
    Live,

    /// <summary>All schedules in strict time, searched in memory, some of them confirmed by real processes: as the grader runs it.</summary>
    Stepwise,
}
