using System.Security.Cryptography;
using System.Text;

namespace ExerciseKit.Classes.HandIns;

/// <summary>Folder names for hand-ins: readable, safe on every system, and different where the hand-ins are.</summary>
internal static class HandInKey
{
    private const int ReadableChars = 40;
    private const int HashBytes = 4;

    public static string Of(string place)
    {
        var readable = string.Concat(place.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' ? c : '_')).Trim('_', '-');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, HashBytes));
        return readable.Length == 0 ? hash : $"{readable[..Math.Min(readable.Length, ReadableChars)]}-{hash}";
    }
}
