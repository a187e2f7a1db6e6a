namespace ExerciseKit.Exploration.Playing;

/// <summary>Whether a state is the last of its schedule, and how it came out.</summary>
internal enum ChartEnd : byte
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>The program has ended, and nothing is wrong.</summary>
    Fine,

    /// <summary>A property is broken.</summary>
    Violation,

    /// <summary>A step is a fault by itself.</summary>
    Fault,

    /// <summary>Nobody can go on.</summary>
    Deadlock,
}
