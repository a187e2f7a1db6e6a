using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>The formats of other systems that a result can be written in.</summary>
public static class ResultFormats
{
    private static readonly SortedDictionary<string, Func<GradeResult, FormatContext, string>> Writers = new(StringComparer.Ordinal)
    {
        ["check50"] = Check50Format.Of,
        ["classroom50"] = Classroom50Format.Of,
        ["ctrf"] = CtrfFormat.Of,
        ["exercism"] = ExercismFormat.Of,
        ["github"] = GitHubAnnotations.Of,
        ["github-summary"] = (result, context) => MarkdownFormat.Of(result, MarkdownFormat.StepSummaryBytes, context.Language),
        ["gitlab"] = GitLabFormat.Of,
        ["gradescope"] = GradescopeFormat.Of,
        ["junit"] = JUnitFormat.Of,
        ["markdown"] = (result, context) => MarkdownFormat.Of(result, int.MaxValue, context.Language),
        ["prairielearn"] = PrairieLearnFormat.Of,
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
