using ExerciseKit.Contract.Faults;
using ExerciseKit.Reports.Console;
using Spectre.Console;

namespace ExerciseKit.Cli.Terminals;

/// <summary>Standard output, standard error and standard input.</summary>
/// <param name="Output">Results and whatever a command was asked for.</param>
/// <param name="Error">Progress and complaints, so that a redirected output holds the result alone.</param>
/// <param name="Raw">Standard output without any layout, for formats that machines read.</param>
/// <param name="Input">What is piped or typed in; opened on demand, since that changes how the terminal behaves.</param>
internal sealed record Terminal(IAnsiConsole Output, IAnsiConsole Error, TextWriter Raw, Func<TextReader> Input)
{
    /// <summary>How wide help and reports are where nobody's window says it, in columns.</summary>
    public const int WidthWhenRedirected = 100;

    private const int UsualColumns = 80;
    private const int UsualLines = 24;

    /// <summary>Whether somebody sits there: what is written is seen, and keys can be read.</summary>
    public bool IsInteractive { get; init; }

    // RS0030: this is the one place where kit takes hold of the terminal.
#pragma warning disable RS0030
    public static Terminal Open()
    {
        var raw = new GuardedWriter(Console.Out, e => throw new UnwritableOutputException(e));
        // Who can't be told is not told.
        var errors = new GuardedWriter(Console.Error, _ => { });
        return new(Open(Console.Out, raw, Console.IsOutputRedirected), Open(Console.Error, errors, Console.IsErrorRedirected), raw, () => Console.In)
        {
            IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        };
    }

    /// <summary>The window's size now, in columns and lines; the usual where nobody tells it.</summary>
    public static (int Columns, int Lines) Window()
    {
        try
        {
            return Console.WindowWidth > 0 && Console.WindowHeight > 0 ? (Console.WindowWidth, Console.WindowHeight) : (UsualColumns, UsualLines);
        }
        catch (IOException)
        {
            return (UsualColumns, UsualLines);
        }
    }
#pragma warning restore RS0030

    /// <summary>Says on standard error why a command was not done.</summary>
    /// <remarks>Unbroken where it is no terminal: a message with a path cut in two can't be searched for.</remarks>
    public void Complain(string message)
    {
        if (Error.Profile.Out.IsTerminal)
            Error.Write(new PlainText($"kit: {message}\n", new Style(Color.Red)));
        else
            Error.Profile.Out.Writer.WriteLine($"kit: {message}");
    }

    private static IAnsiConsole Open(TextWriter stream, TextWriter writer, bool isRedirected)
    {
        var isPlain = isRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var isColourless = isPlain || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isColourless ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isPlain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new TerminalOutput(stream, writer),
            // Left to itself, Spectre turns colours on in a log because an environment variable names a CI system.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (isRedirected)
            console.Profile.Width = WidthWhenRedirected;
        return console;
    }
}
