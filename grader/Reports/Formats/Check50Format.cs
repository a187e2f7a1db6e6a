using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>check50's JSON. A check that could not be told is neither passed nor failed there.</summary>
internal static class Check50Format
{
    public static string Of(GradeResult result, FormatContext context)
    {
        var json = new JsonObject
        {
            ["slug"] = "exercisekit",
            ["results"] = new JsonArray([.. FlatChecks.Of(result).Select(c => Result(c.Exercise, c.Check, context.Language))]),
            ["version"] = result.KitVersion,
        };
        if (FlatChecks.NoMark(result, context.Language) is { } why)
            json["error"] = new JsonObject { ["type"] = "GraderFault", ["value"] = why };
        return FormatJson.Of(json);
    }

    private static JsonObject Result(ExerciseResult exercise, CheckResult check, Language language) => new()
    {
        ["name"] = FormatText.Title($"{exercise.Id}/{check.Id}"),
        ["description"] = FormatText.Title(check.Title.In(language)),
        ["passed"] = check.Status switch
        {
            CheckStatus.Passed => true,
            CheckStatus.Failed => false,
            _ => null,
        },
        ["log"] = check.Status == CheckStatus.Passed ? new JsonArray() : new JsonArray([.. CheckText.Of(check, language).Split('\n').Select(l => JsonValue.Create(l))]),
        ["cause"] = check.Status == CheckStatus.Passed ? null : new JsonObject { ["rationale"] = FormatText.Line(check.Message.In(language)), ["help"] = check.Hint is { } hint ? FormatText.Line(hint.In(language)) : null },
        ["data"] = new JsonObject { ["points"] = check.Points, ["max_points"] = check.MaxPoints, ["verdict"] = Words.Of(check.Verdict) },
        ["dependency"] = null,
    };
}
