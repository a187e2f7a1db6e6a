using System.Text.Json.Nodes;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>The Common Test Report Format.</summary>
internal static class CtrfFormat
{
    public static string Of(GradeResult result, FormatContext context)
    {
        var checks = FlatChecks.Of(result).ToList();
        var stop = context.Now.ToUnixTimeMilliseconds();
        var results = new JsonObject
        {
            ["tool"] = new JsonObject { ["name"] = "ExerciseKit", ["version"] = result.KitVersion },
            ["summary"] = new JsonObject
            {
                ["tests"] = checks.Count,
                ["passed"] = checks.Count(c => c.Check.Status == CheckStatus.Passed),
                ["failed"] = checks.Count(c => c.Check.Status == CheckStatus.Failed),
                ["pending"] = checks.Count(c => c.Check.Status == CheckStatus.Pending),
                ["skipped"] = 0,
                ["other"] = checks.Count(c => c.Check.Status == CheckStatus.Error),
                ["start"] = stop - (long)result.Timing.TotalMs,
                ["stop"] = stop,
            },
            ["tests"] = new JsonArray([.. checks.Select(c => Test(result, c.Exercise, c.Check, context))]),
        };
        if (FlatChecks.NoMark(result, context.Language) is { } why)
            results["extra"] = new JsonObject { ["fault"] = why };
        return FormatJson.Of(new JsonObject { ["reportFormat"] = "CTRF", ["specVersion"] = "0.0.0", ["results"] = results });
    }

    private static JsonObject Test(GradeResult result, ExerciseResult exercise, CheckResult check, FormatContext context)
    {
        var test = new JsonObject
        {
            ["name"] = FlatChecks.NameOf(exercise, check, context.Language),
            ["status"] = check.Status switch
            {
                CheckStatus.Passed => "passed",
                CheckStatus.Failed => "failed",
                CheckStatus.Pending => "pending",
                _ => "other",
            },
            ["duration"] = Math.Round(FlatChecks.SecondsOf(result, exercise) * 1000),
            ["extra"] = new JsonObject { ["points"] = check.Points, ["maxPoints"] = check.MaxPoints, ["verdict"] = Words.Of(check.Verdict) },
        };
        if (check.Status == CheckStatus.Passed)
            return test;
        test["message"] = FormatText.Cut(FormatText.Line(check.Message.In(context.Language)), 2_000, context.Language);
        test["trace"] = CheckText.Of(check, context.Language);
        var site = CheckText.SiteOf(check, file => context.PathOf(exercise.Id, file) is not null);
        if (site.IsKnown && context.PathOf(exercise.Id, site.File) is { } path)
            (test["filePath"], test["line"]) = (path, site.Line);
        return test;
    }
}
