using System.Text.Json;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Pages;

/// <summary>A verdict's name, as the result writes it.</summary>
internal static class VerdictName
{
    public static string Of(Verdict verdict) => JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());
}
