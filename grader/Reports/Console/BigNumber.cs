using System.Globalization;
using System.Numerics;

namespace ExerciseKit.Reports.Console;

/// <summary>A number that may be larger than anybody reads: from a million on its magnitude says enough.</summary>
internal static class BigNumber
{
    private const int Readable = 1_000_000;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The number in words: <c>12,345</c>, <c>1.3 × 10¹²</c>.</summary>
    /// <param name="digits">A decimal number, not negative.</param>
    public static string Of(string digits)
    {
        var number = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        if (number < Readable)
            return number.ToString("N0", CultureInfo.InvariantCulture);
        // Cut, not rounded: no more is claimed than was covered.
        var power = (digits.Length - 1).ToString(CultureInfo.InvariantCulture);
        return $"{digits[0]}.{digits[1]} × 10{string.Concat(power.Select(digit => Superscripts[digit - '0']))}";
    }
}
