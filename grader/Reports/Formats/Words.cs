using System.Text.Json;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>Names, as the result itself writes them.</summary>
internal static class Words
{
    public static string Of(Verdict verdict) => JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());
}
