using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Checks.PipeDelivery;

/// <summary>How many parcels there are.</summary>
internal sealed partial record Parcels(int Count)
{
    /// <summary>From so many on, the number in what a process is given can hardly mean anything else.</summary>
    private const int Telling = 7;

    public string Counted => Count == 1 ? "1 parcel is" : $"{Count} parcels are";

    public Scenario Scenario => Scenario.Of((Count switch { 0 => "no parcels", 1 => "1 parcel", _ => $"{Count} parcels" }, $"{Count} 个包裹"), "Run", Count);

    /// <summary>Whether their number stands in what a process is given.</summary>
    public bool IsToldBy(Payload arguments) => Count >= Telling && Numbers().Matches(arguments.Json).Any(m => m.Value == $"{Count}");

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?")]
    private static partial Regex Numbers();
}
