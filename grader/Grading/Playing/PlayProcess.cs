using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Playing;

/// <summary>A process where the player is.</summary>
/// <param name="Id">Its id in this run.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Parent">The id of the process that started it; null for the first.</param>
/// <param name="Standing">Whether it can go on.</param>
/// <param name="Next">What it wants to do next; null where it has ended.</param>
/// <param name="ExitCode">What it ended with; null while it lives.</param>
public sealed record PlayProcess(string Id, string Label, string? Parent, PlayStanding Standing, PlayNext? Next, int? ExitCode);

/// <summary>Whether a process can go on.</summary>
public enum PlayStanding
{
    /// <summary>It can: there is a choice of its own.</summary>
    Ready,

    /// <summary>It waits for others, or for time.</summary>
    Waits,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>What a process wants to do next.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Object">The id of the object or process that it is about; null where it is about none.</param>
/// <param name="Site">Where in the source; null when unknown.</param>
/// <param name="For">The ids of the processes that could let it go on.</param>
/// <param name="Wait">What it waits for, in words; empty where it can go on.</param>
public sealed record PlayNext(LocalizedText Operation, string? Object, CallSite? Site, EquatableArray<string> For, LocalizedText Wait);
