using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>The formats of other systems that a result can be written in.</summary>
public static class ResultFormats
{
    private static readonly SortedDictionary<string, Func<GradeResult, FormatContext, string>> Writers = new(StringComparer.Ordinal)
    {
        ["check50"] = (result, _) => Check50Format.Of(result),
        ["classroom50"] = Classroom50Format.Of,
        ["ctrf"] = CtrfFormat.Of,
        ["exercism"] = (result, _) => ExercismFormat.Of(result),
        ["github"] = GitHubAnnotations.Of,
        ["github-summary"] = (result, _) => MarkdownFormat.Of(result, MarkdownFormat.StepSummaryBytes),
        ["gitlab"] = GitLabFormat.Of,
        ["gradescope"] = (result, _) => GradescopeFormat.Of(result),
        ["junit"] = (result, _) => JUnitFormat.Of(result),
        ["markdown"] = (result, _) => MarkdownFormat.Of(result, int.MaxValue),
        ["prairielearn"] = (result, _) => PrairieLearnFormat.Of(result),
        ["trx"] = TrxFormat.Of,
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names => [.. Writers.Keys];

    /// <summary>Writes a result.</summary>
    /// <param name="name">The format.</param>
    /// <param name="result">The result.</param>
    /// <param name="context">What it needs beside that.</param>
    /// <exception cref="GraderFaultException">The grader failed, and the format has no way to say that there is no mark.</exception>
    public static string Write(string name, GradeResult result, FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(context);
        return Writers[name](result, context);
    }
}
