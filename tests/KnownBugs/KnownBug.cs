using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Tests.KnownBugs;

/// <summary>A small program with a concurrency bug of the kind that the literature measures on, and how it shows.</summary>
/// <param name="Name">What the literature calls it.</param>
/// <param name="Program">The class, and the file under <c>Programs/</c>.</param>
/// <param name="Entry">The entry's signature.</param>
/// <param name="Verdict">How the bug shows.</param>
/// <param name="Preemptions">How often the simplest schedule that shows it must take over from a process that could go on.</param>
internal sealed record KnownBug(string Name, string Program, string Entry, Verdict Verdict, int Preemptions)
{
    /// <summary>The setting in which it is explored.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>What a run must hold besides not crashing and not getting stuck.</summary>
    public EquatableArray<Property> Properties { get; init; }

    /// <summary>What the mended program must hold besides, or doing nothing would be right; null where the program is not mended.</summary>
    public EquatableArray<Property>? Mended { get; init; }

    /// <summary>How many schedules SURW is reported to need on average; null where no figure was published.</summary>
    public int? SchedulesOfSurw { get; init; }

    public override string ToString() => Name;
}
