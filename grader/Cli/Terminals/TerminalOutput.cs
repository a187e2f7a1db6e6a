using System.Text;
using Spectre.Console;

namespace ExerciseKit.Cli.Terminals;

/// <summary>A stream of the terminal's, as the report's layout sees it.</summary>
/// <param name="stream">The stream itself, by which the terminal is known.</param>
/// <param name="writer">What is written to in its place.</param>
internal sealed class TerminalOutput(TextWriter stream, TextWriter writer) : IAnsiConsoleOutput
{
    /// <summary>Below this nothing is laid out: a table in a few columns takes all memory, and nobody could read it. The terminal folds the lines.</summary>
    public const int MinWidth = 40;

    private readonly AnsiConsoleOutput terminal = new(stream);

    public TextWriter Writer => writer;

    public bool IsTerminal => terminal.IsTerminal;

    public int Width => Math.Max(MinWidth, terminal.Width);

    public int Height => terminal.Height;

    public void SetEncoding(Encoding encoding) => terminal.SetEncoding(encoding);
}
