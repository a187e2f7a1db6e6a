using System.Globalization;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Gate;

/// <summary>How many have been admitted, in how many groups, and how many have entered.</summary>
/// <param name="Admitted">How many visitors have been admitted.</param>
/// <param name="Groups">In how many groups.</param>
/// <param name="Entered">How many have entered.</param>
/// <param name="OutOfTurn">The first group that was admitted when it was another's turn, in words; null while there is none.</param>
internal sealed record Turnout(int Admitted, int Groups, int Entered, LocalizedText? OutOfTurn)
{
    public bool IsOvercrowded => Entered > Admitted;

    public static Observer<Turnout> Of(Crowd crowd)
    {
        var (admits, enters) = (crowd.Admits, crowd.Enters);
        return new(
            new Turnout(0, 0, 0, null),
            (turnout, happened) => enters.Matches(happened)
                ? turnout with { Entered = turnout.Entered + 1 }
                : turnout.After(int.Parse(admits.Capture(happened, "n"), CultureInfo.InvariantCulture), crowd),
            [admits, enters],
            turnout => turnout.OutOfTurn ?? ($"{turnout.Entered} had entered, and {turnout.Admitted} had been admitted", $"已进去 {turnout.Entered} 个，而只放行了 {turnout.Admitted} 个"))
        { SeesAgents = false };
    }

    private Turnout After(int admitted, Crowd crowd) => new(
        Admitted + admitted,
        Groups + 1,
        Entered,
        OutOfTurn ?? (admitted == crowd.Admissions.ElementAtOrDefault(Groups) ? null : ($"{admitted} were admitted as group {Groups + 1}", $"第 {Groups + 1} 批放行了 {admitted} 个")));
}
