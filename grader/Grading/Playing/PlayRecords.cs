using System.Text.Json.Serialization;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading.Playing;

/// <summary>What is played, and what the search came to that grades it.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="IsSolution">Whether it is the course's own solution.</param>
/// <param name="Check">The check's id.</param>
/// <param name="CheckTitle">The check in words.</param>
/// <param name="Scenario">The scenario in words.</param>
/// <param name="Tier">The tier of time.</param>
/// <param name="Scenarios">All that could be played.</param>
/// <param name="Search">How it is known to come out.</param>
/// <param name="Chart">What is known of its states.</param>
/// <param name="Repairs">Whether it is a program that can be repaired by a game.</param>
public sealed record PlayAbout(
    string Exercise, LocalizedText Title, bool IsSolution, string Check, LocalizedText CheckTitle, LocalizedText Scenario, Tier Tier, EquatableArray<PlayScenario> Scenarios, PlaySearch Search, PlayChart Chart, bool Repairs);

/// <summary>A scenario that can be played.</summary>
/// <param name="Number">Its number, as <c>--scenario</c> takes it.</param>
/// <param name="Check">The check's id.</param>
/// <param name="Name">The scenario in words.</param>
public sealed record PlayScenario(int Number, string Check, LocalizedText Name);

/// <summary>What the search came to that grades the check in this scenario and tier.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Message">In a sentence.</param>
/// <param name="FewestSwitches">Of a schedule that breaks it, how often it must take over from a process that could have gone on; null where none is known.</param>
/// <param name="States">How many states it went through.</param>
/// <param name="Interleavings">How many interleavings a proof covers, a decimal number; null where nothing was proved.</param>
public sealed record PlaySearch(PlayOutcome Outcome, LocalizedText Message, int? FewestSwitches, int States, string? Interleavings);

/// <summary>How a search came out.</summary>
public enum PlayOutcome
{
    /// <summary>Some schedule breaks it.</summary>
    Breaks,

    /// <summary>None does.</summary>
    Holds,

    /// <summary>It was ended by its budget, or by whoever waited for it.</summary>
    CutOff,

    /// <summary>The program does not do the same given the same results.</summary>
    Nondeterministic,
}

/// <summary>How much of the states is known.</summary>
/// <param name="States">How many; those that differ only in who of twins is where count once.</param>
/// <param name="Interleavings">How many ways lead through them, a decimal number; null where that is not known.</param>
/// <param name="IsWhole">Whether these are all.</param>
/// <param name="Message">Why they are not; else empty.</param>
public sealed record PlayChart(int States, string? Interleavings, bool IsWhole, LocalizedText Message);

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

/// <summary>An object where the player is.</summary>
/// <param name="Id">Its id in this run.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Belongs">The id of what it belongs to; null for none.</param>
/// <param name="View">How it stands.</param>
public sealed record PlayObject(string Id, ObjectKind Kind, LocalizedText Label, string? Belongs, ObjectView View);

/// <summary>A choice.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Process">The id of the process that goes on.</param>
/// <param name="Label">What the process is called.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Object">The id of the object or process that it is about; null where it is about none.</param>
/// <param name="Site">Where in the source; null when unknown.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Prints">The lines that it prints.</param>
public sealed record PlayOption(int Number, string Process, string Label, PlayKind Kind, LocalizedText Operation, string? Object, CallSite? Site, LocalizedText Outcome, EquatableArray<string> Prints)
{
    /// <summary>What lies behind it; null where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlayAhead? Behind { get; init; }
}

/// <summary>What happens to a process.</summary>
public enum PlayKind
{
    /// <summary>It goes on.</summary>
    GoesOn,

    /// <summary>Its patience runs out.</summary>
    TimesOut,

    /// <summary>It dies, as was asked for.</summary>
    Dies,
}

/// <summary>What lies ahead.</summary>
/// <param name="States">How many states can be come to; null where that is not known, or takes too long to count.</param>
/// <param name="Interleavings">How many ways there are to an end, a decimal number; null where that is not known.</param>
/// <param name="Breaks">Whether something can still break; null where that is not known.</param>
public sealed record PlayAhead(int? States, string? Interleavings, bool? Breaks);

/// <summary>The states by how many choices they need, and the way so far.</summary>
/// <param name="Levels">The levels.</param>
/// <param name="Way">The level of each state on the way; null where it is not on the map.</param>
/// <param name="IsWhole">Whether these are all states.</param>
public sealed record PlayMap(EquatableArray<PlayMapLevel> Levels, EquatableArray<int?> Way, bool IsWhole);

/// <summary>A level of the map.</summary>
/// <param name="Level">How many choices its states need at least.</param>
/// <param name="States">How many states.</param>
/// <param name="Fine">In how many the program has ended, and nothing is wrong.</param>
/// <param name="Broken">In how many something is broken.</param>
/// <param name="Deadlocks">In how many nobody can go on.</param>
/// <param name="Ahead">How many can still be come to; null where that is not known.</param>
public sealed record PlayMapLevel(int Level, int States, int Fine, int Broken, int Deadlocks, int? Ahead);

/// <summary>The way so far, as a report tells it.</summary>
/// <param name="Timeline">The last steps.</param>
/// <param name="Cast">Who and what takes part in them.</param>
/// <param name="Between">Where it goes wrong; null where it does not, or that is not known.</param>
/// <param name="Ending">How it came out; null while it goes on.</param>
public sealed record PlayStory(EquatableArray<TimelineStep> Timeline, Cast Cast, Between? Between, PlayEnding? Ending);
