using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>What a program printed: its beginning and its end.</summary>
internal sealed class OutputView(ProgramOutput output, Language language)
{
    private const int MaxLinesAtEachEnd = 6;

    public IEnumerable<IRenderable> Render()
    {
        string[] lines = [.. Lines()];
        if (lines.Length == 0)
            return [];
        return
        [
            Layout.BlankLine,
            Layout.Indented(2, new PlainText(language.Say("What the program printed:", "程序的输出："), Styles.Quiet)),
            .. lines.Select(line => Layout.Indented(4, new PlainText(line, Styles.Ordinary))),
        ];
    }

    private string[] Lines()
    {
        var head = LinesOf(output.Head);
        var tail = LinesOf(output.Tail);
        string[] all = [.. head, .. tail];
        if (output.OmittedBytes == 0 && all.Length <= 2 * MaxLinesAtEachEnd)
            return all;
        var (first, last) = output.OmittedBytes > 0 ? (head, tail) : (all, all);
        return [.. first.Take(MaxLinesAtEachEnd), language.Say("… (cut; the JSON result has more)", "……（已截断；JSON 结果里有更多）"), .. last.TakeLast(MaxLinesAtEachEnd)];
    }

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : Plain.Lines(text);
}
