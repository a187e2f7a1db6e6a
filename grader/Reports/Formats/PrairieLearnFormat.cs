using System.Text;
using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>PrairieLearn's external grading result. Where the grader failed it is not gradable, which costs the student no attempt.</summary>
internal static class PrairieLearnFormat
{
    private const int MostBytes = 1_000_000;
    private const int MostOutputChars = 10_000;
    private const int LeastChars = 200;

    public static string Of(GradeResult result, FormatContext context)
    {
        // Of many and long findings each is cut shorter, until there is room for all.
        for (var most = 8_000; ; most /= 2)
        {
            var text = Of(result, Math.Max(most, LeastChars), context.Language);
            if (most <= LeastChars || Encoding.UTF8.GetByteCount(text) <= MostBytes)
                return text;
        }
    }

    private static string Of(GradeResult result, int most, Language language)
    {
        var noMark = FlatChecks.NoMark(result, language);
        return FormatJson.Of(new JsonObject
        {
            ["gradable"] = result.Gradable,
            ["score"] = result.MaxScore == 0 || noMark is not null ? 0 : Math.Round((double)result.Score / result.MaxScore, 6),
            ["message"] = noMark ?? FlatChecks.Points(result.Score, result.MaxScore, language) + language.Say(".", "。"),
            ["output"] = FormatText.Cut(string.Concat(result.Exercises.Where(e => e.Output.Head.Length > 0).Select(e => $"{e.Id}\n{CheckText.Of(e.Output, MostOutputChars, language)}\n")), MostOutputChars, language),
            ["format_errors"] = noMark is null ? new JsonArray() : new JsonArray(noMark),
            ["tests"] = new JsonArray([.. FlatChecks.Of(result).Select(c => new JsonObject
            {
                ["name"] = FlatChecks.NameOf(c.Exercise, c.Check, language),
                ["description"] = FormatText.Title(c.Check.Scenario?.In(language) ?? ""),
                ["points"] = c.Check.Points,
                ["max_points"] = c.Check.MaxPoints,
                ["message"] = c.Check.Status == CheckStatus.Passed ? "" : FormatText.Cut(FormatText.Line(c.Check.Message.In(language)), most, language),
                ["output"] = c.Check.Status == CheckStatus.Passed ? "" : CheckText.Of(c.Check, language, most),
            })]),
        });
    }
}
