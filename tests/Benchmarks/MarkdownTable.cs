namespace ExerciseKit.Benchmarks;

/// <summary>Writes a table row by row, as its figures come.</summary>
internal sealed class MarkdownTable
{
    private readonly TextWriter output;

    public MarkdownTable(TextWriter output, params string[] headings)
    {
        this.output = output;
        Row(headings);
        Row([.. headings.Select(_ => "---")]);
    }

    public void Row(params string[] cells) => output.WriteLine($"| {string.Join(" | ", cells)} |");
}
