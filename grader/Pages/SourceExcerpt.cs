using ExerciseKit.Contract.Results;

namespace ExerciseKit.Pages;

/// <summary>What of a file is shown.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="File">The file's name.</param>
/// <param name="Segments">Its lines; all of them, or those round what the steps name where it is long.</param>
internal sealed record SourceExcerpt(string Exercise, string File, IReadOnlyList<SourceSegment> Segments)
{
    private const int LongestWhole = 400;

    private const int Around = 8;

    private const int LongestLine = 240;

    /// <summary>An excerpt of each file that some step of a failed check names.</summary>
    public static IReadOnlyList<SourceExcerpt> Of(GradeResult result, IReadOnlyList<SourceText> files)
    {
        var excerpts = new List<SourceExcerpt>();
        foreach (var exercise in result.Exercises)
        {
            var named = exercise.Checks.Where(c => c.Status != CheckStatus.Passed).SelectMany(PlacesIn).ToHashSet();
            foreach (var file in files.Where(f => f.Exercise == exercise.Id))
            {
                var lines = named.Where(n => n.File == file.File).Select(n => n.Line).ToHashSet();
                if (lines.Count > 0)
                    excerpts.Add(new SourceExcerpt(exercise.Id, file.File, [.. Split(file.Text.ReplaceLineEndings("\n").Split('\n'), lines)]));
            }
        }

        return excerpts;
    }

    /// <summary>All of a file.</summary>
    public static SourceExcerpt Whole(SourceText file) =>
        new(file.Exercise, file.File, [new SourceSegment(1, [.. file.Text.ReplaceLineEndings("\n").Split('\n').Select(Cut)])]);

    private static IEnumerable<(string File, int Line)> PlacesIn(CheckResult check)
    {
        var sites = check.Timeline.Select(s => s.Site).Concat(check.Cast?.Processes.Select(p => p.End?.Site) ?? []).Append(check.Between?.First).Append(check.Between?.Second);
        foreach (var site in sites)
        {
            if (site is not { IsKnown: true } known)
                continue;
            yield return (known.File, known.Line);
            if (known.Caller is { } caller)
                yield return (caller.File, caller.Line);
        }
    }

    private static IEnumerable<SourceSegment> Split(string[] text, HashSet<int> named)
    {
        var shown = Enumerable.Range(1, text.Length).Where(n => text.Length <= LongestWhole || named.Any(line => Math.Abs(line - n) <= Around)).ToList();
        for (var i = 0; i < shown.Count;)
        {
            var count = 1;
            while (i + count < shown.Count && shown[i + count] == shown[i] + count)
                count++;
            yield return new SourceSegment(shown[i], [.. shown.Skip(i).Take(count).Select(n => Cut(text[n - 1]))]);
            i += count;
        }
    }

    private static string Cut(string line) => line.Length <= LongestLine ? line : line[..LongestLine] + "…";
}

/// <summary>Lines that follow one another.</summary>
/// <param name="From">The number of the first, from 1.</param>
/// <param name="Lines">The lines.</param>
internal sealed record SourceSegment(int From, IReadOnlyList<string> Lines);
