using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>GitLab's code quality report: the checks that failed, on the lines where they did.</summary>
internal static class GitLabFormat
{
    private const int MostChars = 2_000;

    public static string Of(GradeResult result, FormatContext context)
    {
        var issues = FlatChecks.Of(result).Where(c => c.Check.Status is CheckStatus.Failed or CheckStatus.Error).Select(c => Issue(c.Exercise, c.Check, context)).ToList();
        if (FlatChecks.NoMark(result, context.Language) is { } why)
            issues.Insert(0, Issue(context.Language.Say($"The grader failed: {why}", $"评分程序出错：{why}"), "grader", "blocker", ".", 1, context.Language));
        return FormatJson.Of(new JsonArray([.. issues]));
    }

    private static JsonObject Issue(ExerciseResult exercise, CheckResult check, FormatContext context)
    {
        var site = CheckText.SiteOf(check, file => context.PathOf(exercise.Id, file) is not null);
        var path = site.IsKnown ? context.PathOf(exercise.Id, site.File) : null;
        return Issue(
            context.Language.Say($"{FormatText.Title(check.Title.En)}: {FormatText.Line(check.Message.En)}", $"{FormatText.Title(check.Title.Zh)}：{FormatText.Line(check.Message.Zh)}"),
            FormatText.Title($"{exercise.Id}/{check.Id}"),
            check.Verdict is Verdict.CompileError or Verdict.Policy ? "blocker" : "major",
            path ?? FormatText.Title($"exercises/{exercise.Id}"),
            path is null ? 1 : site.Line,
            context.Language);
    }

    private static JsonObject Issue(string description, string name, string severity, string path, int line, Language language) => new()
    {
        ["description"] = FormatText.Cut(description, MostChars, language),
        ["check_name"] = name,
        ["fingerprint"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{path}\n{line}\n{description}"))),
        ["severity"] = severity,
        ["location"] = new JsonObject { ["path"] = path, ["lines"] = new JsonObject { ["begin"] = line } },
    };
}
