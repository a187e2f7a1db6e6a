using System.Globalization;
using System.Text.Json.Nodes;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>Classroom 50's <c>result.json</c>. It has no way to say that there is no mark, so none is written where the grader failed.</summary>
internal static class Classroom50Format
{
    private const string Schema = "classroom50/result/v1";

    public static string Of(GradeResult result, FormatContext context)
    {
        if (FlatChecks.NoMark(result, context.Language) is { } why)
            throw new GraderFaultException($"No result was written for Classroom 50, so that it costs nobody a mark. {why}");
        var commit = Needed("COMMIT_URL", context);
        return FormatJson.Of(new JsonObject
        {
            ["schema"] = Schema,
            ["classroom"] = Needed("CLASSROOM", context),
            ["assignment"] = Needed("ASSIGNMENT", context),
            ["usernames"] = new JsonArray(Needed("USERNAME", context)),
            ["submission"] = Needed("SUBMISSION_TAG", context),
            ["commit"] = commit,
            ["release"] = Needed("RELEASE_URL", context),
            // Its collector takes no empty text.
            ["review"] = context.Variable("REVIEW_URL") is { Length: > 0 } review ? review : commit,
            ["datetime"] = context.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["score"] = result.Score,
            ["max-score"] = result.MaxScore,
            ["tests"] = new JsonArray([.. FlatChecks.Of(result).Select(c => new JsonObject
            {
                ["test-name"] = FlatChecks.NameOf(c.Exercise, c.Check, context.Language),
                ["passed"] = c.Check.Status == CheckStatus.Passed,
                ["score"] = c.Check.Points,
                ["max-score"] = c.Check.MaxPoints,
                ["verdict"] = Words.Of(c.Check.Verdict),
                ["message"] = c.Check.Status == CheckStatus.Passed ? "" : CheckText.Of(c.Check, context.Language),
            })]),
        });
    }

    private static string Needed(string variable, FormatContext context) =>
        context.Variable(variable) is { Length: > 0 } value ? value : throw new BadInputException($"The environment does not say {variable}, which Classroom 50's runner sets. Call this in its autograder, or set it by hand.");
}
