using System.Globalization;

namespace ExerciseKit.Contract;

/// <summary>A number with what it counts, in English: Chinese has one form for any number.</summary>
public static class Counted
{
    /// <summary>A number and a noun: "1 check", "0 checks", "2 checks".</summary>
    /// <param name="count">How many; at least 0.</param>
    /// <param name="thing">The noun in the singular.</param>
    /// <param name="things">The noun in the plural, where it takes more than an s.</param>
    public static string Of(long count, string thing, string? things = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? thing : things ?? thing + "s")}");
}
