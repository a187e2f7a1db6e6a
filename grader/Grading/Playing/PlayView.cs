using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading.Playing;

/// <summary>Where the player is.</summary>
/// <param name="Made">How many choices were made.</param>
/// <param name="Steps">How many steps were taken, those taken at once among them.</param>
/// <param name="Switches">How often a choice took over from a process that could have gone on.</param>
/// <param name="Ending">How it came out; null while it goes on.</param>
/// <param name="GoesRound">Whether all who can go on only go round.</param>
/// <param name="Processes">Who is there, in the order of coming to life.</param>
/// <param name="Objects">What they share, and how it stands.</param>
/// <param name="Last">The steps that the last choice led to.</param>
/// <param name="Choices">What can happen next.</param>
public sealed record PlayView(
    int Made, int Steps, int Switches, PlayEnding? Ending, bool GoesRound, EquatableArray<PlayProcess> Processes, EquatableArray<PlayObject> Objects, EquatableArray<TimelineStep> Last, EquatableArray<PlayOption> Choices);

/// <summary>How a schedule came out.</summary>
/// <param name="Verdict">In a word.</param>
/// <param name="Message">In a sentence.</param>
/// <param name="Cycle">Who waits for whom, a line each; empty where nobody does.</param>
public sealed record PlayEnding(Verdict Verdict, LocalizedText Message, EquatableArray<LocalizedText> Cycle)
{
    /// <summary>Whether something is wrong.</summary>
    public bool IsBroken => Verdict != Verdict.Passed;
}

/// <summary>An object where the player is.</summary>
/// <param name="Id">Its id in this run.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Belongs">The id of what it belongs to; null for none.</param>
/// <param name="View">How it stands.</param>
public sealed record PlayObject(string Id, ObjectKind Kind, LocalizedText Label, string? Belongs, ObjectView View);
