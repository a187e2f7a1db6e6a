using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ExerciseKit.Checks.Adder;

/// <summary>A message, in which numbers may stand in many ways: how a hand-in writes one is its own affair.</summary>
/// <param name="Json">The message; of bytes, their base 64.</param>
/// <param name="IsBytes">Whether it is bytes.</param>
internal sealed partial record Message(string Json, bool IsBytes)
{
    /// <summary>Whether the number stands in it: as a number or in a text, or as bytes in either order.</summary>
    public bool Holds(int number)
    {
        if (!IsBytes)
            return Holds(Json, number);
        var bytes = JsonSerializer.Deserialize<byte[]>(Json) ?? [];
        return ((byte[][])[BitConverter.GetBytes(number), BitConverter.GetBytes((double)number)]).Any(form =>
                bytes.AsSpan().IndexOf(form) >= 0 || bytes.AsSpan().IndexOf(form.Reverse().ToArray()) >= 0)
            || Holds(Encoding.Latin1.GetString(bytes), number);
    }

    private static bool Holds(string text, int number) =>
        Numbers().Matches(text).Any(m => double.TryParse(m.Value, CultureInfo.InvariantCulture, out var found) && (long)found == number);

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")]
    private static partial Regex Numbers();
}
