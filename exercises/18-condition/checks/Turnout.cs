using System.Globalization;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Gate;

/// <summary>How many have been admitted, and how many have entered.</summary>
internal sealed record Turnout(int Admitted, int Entered)
{
    public static LinePattern Admits { get; } = LinePattern.Like("doorkeeper admits {n}");

    public static LinePattern Enters { get; } = LinePattern.Like("visitor {i} enters");

    public static Observer<Turnout> Observer { get; } = new(
        new Turnout(0, 0),
        (turnout, happened) => Enters.Matches(happened)
            ? turnout with { Entered = turnout.Entered + 1 }
            : turnout with { Admitted = turnout.Admitted + Number(Admits.Capture(happened, "n")) },
        [Admits, Enters],
        turnout => $"{turnout.Entered} had entered, and {turnout.Admitted} had been admitted")
    { SeesAgents = false };

    public bool IsOvercrowded => Entered > Admitted;

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
