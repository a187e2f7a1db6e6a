using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Checks;

/// <summary>A scenario's inputs as its author lets them vary: a proof for one of them says nothing of the others.</summary>
/// <typeparam name="T">One member's inputs, compared by value.</typeparam>
/// <param name="Name">What varies, unique in its exercise: "sales".</param>
/// <param name="Drawn">Draws a member.</param>
/// <param name="Corners">Those that the sheet's rules speak of; always among the members.</param>
public sealed record Family<T>(string Name, Func<Chance, T> Drawn, EquatableArray<T> Corners)
    where T : notnull;

/// <summary>Makes families.</summary>
public static class Family
{
    /// <summary>A family with these corners.</summary>
    public static Family<T> Of<T>(string name, Func<Chance, T> drawn, params T[] corners)
        where T : notnull => new(name, drawn, [.. corners]);
}
