using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Live;

/// <summary>How a program that ran for real ended.</summary>
/// <param name="Ending">What stopped it.</param>
/// <param name="Root">What the first process ended with; null where it did not end by itself.</param>
public sealed record LiveEnd(LiveEnding Ending, EndProcess? Root);

/// <summary>What stopped a program that ran for real.</summary>
public enum LiveEnding
{
    /// <summary>Its first process ended, all its children before it.</summary>
    Ended,

    /// <summary>Nobody could go on; the kit ended it.</summary>
    Deadlocked,

    /// <summary>Its first process was gone without a word: it crashed, or was killed.</summary>
    Lost,

    /// <summary>A process could not be started, or broke the wire contract; the kit ended the program.</summary>
    Faulted,
}
