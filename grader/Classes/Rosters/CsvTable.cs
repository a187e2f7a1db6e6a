using CsvHelper;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Classes.Rosters;

/// <summary>A CSV file that somebody's spreadsheet wrote: with or without a byte-order mark, by commas, semicolons or tabs.</summary>
/// <param name="File">What it is called.</param>
/// <param name="Heads">The columns' heads, as they stand there.</param>
/// <param name="Rows">The records, each with the line that it begins in.</param>
internal sealed record CsvTable(string File, IReadOnlyList<string> Heads, IReadOnlyList<(long Line, IReadOnlyList<string> Cells)> Rows)
{
    private static readonly CsvReaderOptions Options = new() { TrimWhitespace = true, TrackLineNumbers = true, DetectSeparatorHint = true };

    /// <summary>Reads one.</summary>
    /// <exception cref="BadInputException">It can't be read.</exception>
    public static CsvTable Read(string path)
    {
        try
        {
            return Read(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} can't be read: {e.Message} Save it as CSV in UTF-8.");
        }
    }

    /// <summary>Reads one from what stands in it.</summary>
    /// <exception cref="BadInputException">It can't be read.</exception>
    public static CsvTable Read(string path, Stream content)
    {
        try
        {
            using var reader = CsvReader.Create(content, Options);
            var rows = new List<(long, IReadOnlyList<string>)>();
            while (reader.Read())
                rows.Add((reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
            return new CsvTable(path, [.. reader.Headers.Select(h => h.Trim())], rows);
        }
        catch (CsvFormatException e)
        {
            throw new BadInputException($"{path} can't be read: {e.Message} Save it as CSV in UTF-8.");
        }
    }

    /// <summary>The first column that has one of these names; -1 where none has.</summary>
    public int Column(params string[] names) =>
        names.Select(name => Enumerable.Range(0, Heads.Count).FirstOrDefault(i => Plain(Heads[i]) == Plain(name), -1)).FirstOrDefault(i => i >= 0, -1);

    /// <summary>A cell; empty where the record has none.</summary>
    public static string Cell(IReadOnlyList<string> cells, int column) => column >= 0 && column < cells.Count ? cells[column].Trim() : "";

    private static string Plain(string head) => string.Concat(head.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
