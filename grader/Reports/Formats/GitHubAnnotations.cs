using System.Globalization;
using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>GitHub's annotations: lines on standard output that become marks on the failing lines.</summary>
internal static class GitHubAnnotations
{
    /// <summary>GitHub shows so many of a step, and passes over the rest.</summary>
    private const int MostOfAStep = 10;

    private const int MostChars = 3_000;

    public static string Of(GradeResult result, FormatContext context)
    {
        var lines = new List<string>();
        if (FlatChecks.NoMark(result, context.Language) is { } why)
            lines.Add($"::error title={context.Language.Say("The grader failed", "评分程序出错")}::{Message(why)}");
        lines.AddRange(FlatChecks.Of(result).Where(c => c.Check.Status is CheckStatus.Failed or CheckStatus.Error).Select(c => Line(c.Exercise, c.Check, context)).Distinct());
        var shown = lines.Count <= MostOfAStep ? lines : [.. lines.Take(MostOfAStep - 1), More(lines.Count - MostOfAStep + 1).In(context.Language)];
        return string.Concat(shown.Select(l => l + "\n"));
    }

    private static LocalizedText More(int checks) => (
        $"::error title=More::{checks} more checks did not pass, which GitHub has no room for here; the step's summary has them all.",
        $"::error title=更多::还有 {checks} 个检查项没有通过，GitHub 这里放不下；步骤的摘要里有全部。");

    private static string Line(ExerciseResult exercise, CheckResult check, FormatContext context)
    {
        var site = CheckText.SiteOf(check, file => context.PathOf(exercise.Id, file) is not null);
        var place = new StringBuilder();
        if (site.IsKnown && context.PathOf(exercise.Id, site.File) is { } path)
            place.Append(CultureInfo.InvariantCulture, $"file={Property(path)},line={site.Line},");
        // One that does not compile is one thing to mend, however many checks it fails.
        var title = check.Verdict is Verdict.CompileError or Verdict.Policy ? exercise.Id : FlatChecks.NameOf(exercise, check, context.Language);
        return $"::error {place}title={Property(FormatText.Title(title))}::{Message(FormatText.Cut(CheckText.Of(check, context.Language, MostChars), MostChars, context.Language))}";
    }

    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
