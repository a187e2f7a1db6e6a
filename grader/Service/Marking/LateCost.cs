using System.Globalization;

namespace ExerciseKit.Service.Marking;

/// <summary>What handing in late costs.</summary>
/// <param name="Days">How many late days more it uses.</param>
/// <param name="DaysBefore">How many there are before.</param>
/// <param name="Penalty">How many points it costs at most, of full marks.</param>
/// <param name="Max">The points that could be reached.</param>
/// <param name="Closed">The exercises in which nothing can be reached any more.</param>
internal sealed record LateCost(int Days, int DaysBefore, decimal Penalty, decimal Max, IReadOnlyList<string> Closed)
{
    /// <summary>Names the cost, so that a yes to one is no yes to another.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Days}d-{Penalty:0.##}p");
}
