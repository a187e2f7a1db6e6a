using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Results;

/// <summary>Names a result by all of it that may not differ between two gradings of the same hand-in.</summary>
public static class ResultHash
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    // The walls and the notes are the machine's: the same hand-in may be graded on another.
    public static string Of(GradeResult result) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        ResultJson.Write(result with { Timing = new Timing(0, new Dictionary<string, IReadOnlyDictionary<string, double>>()), Sandbox = null, Notes = [] }))));
}
