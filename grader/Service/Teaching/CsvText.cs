using CsvHelper;

namespace ExerciseKit.Service.Teaching;

/// <summary>A table as CSV for spreadsheets: no cell is ever a formula or holds a line's end.</summary>
internal static class CsvText
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\n" };

    public static string Of(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(heads))
            {
                foreach (var cell in row)
                    csv.WriteField(string.Concat((cell ?? "").ReplaceLineEndings(" ").Where(c => !char.IsControl(c))).TrimStart());
                csv.EndRecord();
            }
        }

        return text.ToString();
    }
}
