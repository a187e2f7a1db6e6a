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
