using System.Globalization;
using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>Markdown, for summaries, releases and comments.</summary>
internal static class MarkdownFormat
{
    /// <summary>What GitHub takes as a step's summary; a longer one is not shown at all.</summary>
    public const int StepSummaryBytes = 1 << 20;

    private const int RoomForWords = 1_000;
    private const int MostOutputChars = 8_000;

    /// <summary>Writes it, as much as there is room for.</summary>
    public static string Of(GradeResult result, int mostBytes, Language language)
    {
        var text = new StringBuilder($"# {FlatChecks.Points(result.Score, result.MaxScore, language)}\n\n");
        if (FlatChecks.NoMark(result, language) is { } why)
            text.Append($"**{Escaped(FormatText.Line(why))}**\n\n");
        var bytes = Encoding.UTF8.GetByteCount(text.ToString());
        var left = 0;
        foreach (var exercise in result.Exercises)
        {
            var part = Of(exercise, language);
            var its = Encoding.UTF8.GetByteCount(part);
            if (left > 0 || bytes > mostBytes - RoomForWords - its)
            {
                left++;
                continue;
            }

            text.Append(part);
            bytes += its;
        }

        if (left > 0)
            text.Append(LeftOut(left, mostBytes.ToString("N0", CultureInfo.InvariantCulture)).In(language));
        return text.ToString();
    }

    private static LocalizedText LeftOut(int exercises, string bytes) => (
        $"_{exercises} more exercises are left out here: the whole has more than {bytes} bytes. The JSON result has them._\n",
        $"_这里还省略了 {exercises} 个练习：全部内容超过 {bytes} 字节。JSON 结果里有它们。_\n");

    private static string Of(ExerciseResult exercise, Language language)
    {
        var title = Escaped(FormatText.Title($"{exercise.Id}  {exercise.Title.In(language)}"));
        var text = new StringBuilder(language.Say($"## {title}: {exercise.Score} of {exercise.MaxScore}\n\n", $"## {title}：{exercise.Score}/{exercise.MaxScore}\n\n"));
        foreach (var remark in exercise.Remarks)
            text.Append($"{Escaped(FormatText.Line(remark.In(language)))}\n\n");
        text.Append(language.Say("| | points | check |\n", "| | 分值 | 检查项 |\n")).Append("| --- | --- | --- |\n");
        foreach (var check in exercise.Checks)
            text.Append($"| {(check.Status == CheckStatus.Passed ? "✓" : "✗")} | {check.Points}/{check.MaxPoints} | {Escaped(FormatText.Title(check.Title.In(language)))} |\n");
        text.Append('\n');
        foreach (var check in exercise.Checks.Where(c => c.Status != CheckStatus.Passed))
            text.Append($"**{Escaped(FormatText.Title(check.Title.In(language)))}**\n\n{Fenced(CheckText.Of(check, language))}\n");
        if (CheckText.Of(exercise.Output, MostOutputChars, language) is { Length: > 0 } output)
            text.Append($"{language.Say("What the program printed:", "程序的输出：")}\n\n{Fenced(output)}\n");
        return text.ToString();
    }

    // A fence is longer than any that stands in what it holds.
    private static string Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, Longest(text, '`') + 1));
        return $"{fence}text\n{text}\n{fence}\n";
    }

    private static int Longest(string text, char of)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string Escaped(string line) =>
        string.Concat(line.Select(c => c switch
        {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            // A zero-width no-break would hide; the entity shows as it is and mentions nobody.
            '@' => "&#64;",
            _ when "\\`*_{}[]()#+-.!|~=:".Contains(c, StringComparison.Ordinal) => "\\" + c,
            _ => c.ToString(),
        }));
}
