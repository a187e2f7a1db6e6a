using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>Exercism's <c>results.json</c>, version 3.</summary>
internal static class ExercismFormat
{
    private const int MostMessageChars = 65_535;
    private const int MostOutputChars = 500;

    public static string Of(GradeResult result, FormatContext context)
    {
        var checks = FlatChecks.Of(result).ToList();
        var noMark = FlatChecks.NoMark(result, context.Language);
        // What does not compile is one error, not many failures.
        var unfit = checks.Where(c => c.Check.Verdict is Verdict.CompileError).Select(c => FormatText.Visible(c.Check.Message.In(context.Language))).Distinct().ToList();
        var json = new JsonObject { ["version"] = 3 };
        if (noMark is not null || (checks.Count > 0 && unfit.Count > 0 && checks.TrueForAll(c => c.Check.Verdict is Verdict.CompileError)))
        {
            json["status"] = "error";
            json["message"] = FormatText.Cut(noMark ?? string.Join('\n', unfit), MostMessageChars, context.Language);
        }
        else
        {
            json["status"] = checks.TrueForAll(c => c.Check.Status == CheckStatus.Passed) ? "pass" : "fail";
        }

        json["tests"] = new JsonArray([.. checks.Select(c => Test(c.Exercise, c.Check, context.Language))]);
        return FormatJson.Of(json);
    }

    private static JsonObject Test(ExerciseResult exercise, CheckResult check, Language language)
    {
        var test = new JsonObject
        {
            ["name"] = FlatChecks.NameOf(exercise, check, language),
            ["status"] = check.Status switch
            {
                CheckStatus.Passed => "pass",
                CheckStatus.Failed => "fail",
                _ => "error",
            },
            ["test_code"] = FormatText.Visible((check.Scenario ?? check.Title).In(language)),
        };
        if (check.Status != CheckStatus.Passed)
            test["message"] = FormatText.Cut(CheckText.Of(check, language), MostMessageChars, language);
        if (CheckText.Of(exercise.Output, MostOutputChars, language) is { Length: > 0 } output)
            test["output"] = output;
        return test;
    }
}
