using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>Gradescope's <c>results.json</c>. Where the grader failed there is no score in it, so that Gradescope calls the autograder failed and marks nobody.</summary>
internal static class GradescopeFormat
{
    private const string Text = "text";

    public static string Of(GradeResult result, FormatContext context)
    {
        var noMark = FlatChecks.NoMark(result, context.Language);
        var json = new JsonObject
        {
            ["output"] = noMark ?? FlatChecks.Points(result.Score, result.MaxScore, context.Language) + context.Language.Say(".", "。"),
            ["output_format"] = Text,
            ["visibility"] = "visible",
            ["stdout_visibility"] = "hidden",
            ["execution_time"] = Math.Ceiling(result.Timing.TotalMs / 1000),
            ["extra_data"] = new JsonObject { ["kit"] = result.KitVersion, ["submission"] = result.SubmissionHash, ["gradable"] = result.Gradable },
        };
        if (noMark is null)
            json["score"] = result.Score;
        json["tests"] = new JsonArray([.. result.Exercises.SelectMany((e, number) => e.Checks.Select((c, i) => Test(e, c, $"{number + 1}.{i + 1}", noMark is null, context.Language)))]);
        return FormatJson.Of(json);
    }

    private static JsonObject Test(ExerciseResult exercise, CheckResult check, string number, bool hasMark, Language language)
    {
        var test = new JsonObject
        {
            ["name"] = FlatChecks.NameOf(exercise, check, language),
            ["name_format"] = Text,
            ["number"] = number,
            ["output"] = check.Status == CheckStatus.Passed ? "" : CheckText.Of(check, language),
            ["output_format"] = Text,
            ["tags"] = new JsonArray(FormatText.Title(exercise.Id)),
            ["extra_data"] = new JsonObject { ["check"] = FormatText.Title(check.Id), ["verdict"] = Words.Of(check.Verdict), ["replay"] = check.Replay },
        };
        if (!hasMark)
            return test;
        test["score"] = check.Points;
        test["max_score"] = check.MaxPoints;
        test["status"] = check.Status == CheckStatus.Passed ? "passed" : "failed";
        return test;
    }
}
