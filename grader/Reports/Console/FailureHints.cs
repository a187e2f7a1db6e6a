using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>What a failure tells by and by, less of it first: the rule that is broken, the two lines of the student's own code, the interleaving.</summary>
public static class FailureHints
{
    /// <summary>So many there are at most.</summary>
    public const int Most = 3;

    /// <summary>The hints, in order; fewer where no line, or no step, is known.</summary>
    /// <param name="failure">The check.</param>
    /// <param name="language">The language.</param>
    /// <param name="sourceLine">Gives a line of the student's code; null where there is none.</param>
    public static IReadOnlyList<IRenderable> Of(CheckResult failure, Language language, Func<CallSite, string?> sourceLine)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(sourceLine);
        var hints = new List<IRenderable> { new PlainText(Rule(failure, language)) };
        if (failure.Between is { } between)
            hints.Add(new PlainText(Lines(between, language, sourceLine)));
        if (failure.Timeline.Count > 0)
            hints.Add(TimelineTable.Of(failure.Timeline, language));
        return hints;
    }

    private static string Rule(CheckResult failure, Language language) => string.Concat(
        ((string[])[failure.Title.In(language), failure.Message.In(language)]).SelectMany(Plain.Lines).Append(WaitLines.Of(failure, language)).Where(line => line.Length > 0).Select(line => $"{line}\n"));

    private static string Lines(Between between, Language language, Func<CallSite, string?> sourceLine) =>
        $"{BetweenWords.Of(between).In(language)}\n" + string.Concat(((CallSite[])[between.First, between.Second]).Distinct().Select(site => $"  {Plain.Line(site.ToString())}  {Plain.Line(sourceLine(site)?.Trim() ?? "")}".TrimEnd() + "\n"));
}
