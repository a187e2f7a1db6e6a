using ExerciseKit.Cli.Terminals;
using Spectre.Console;
using Spectre.Console.Testing;

namespace ExerciseKit.Tests.Cli;

public sealed class ProgressLineTests
{
    [TestCase("07  Light :traffic_light: and :bug:")]
    [TestCase("07  [red]No[/] [[ [/]")]
    public async Task What_it_shows_is_no_markup(string text)
    {
        using var console = Terminal();

        await ProgressLine.ShowAsync(console, line => ShowAsync(line, text));

        Assert.That(console.Output, Does.Contain($" {text}"));
    }

    [Test]
    public async Task Where_there_is_no_terminal_nothing_is_shown()
    {
        using var console = new TestConsole();

        var result = await ProgressLine.ShowAsync(console, line => ShowAsync(line, "07  Light"));

        Assert.That((result, console.Output), Is.EqualTo((7, "")));
    }

    private static Task<int> ShowAsync(ProgressLine line, string text)
    {
        line.Show(text);
        return Task.FromResult(7);
    }

    private static TestConsole Terminal()
    {
        var console = new TestConsole().Interactive();
        console.Profile.Out = new TerminalOutput(console.Profile.Out);
        return console;
    }

    private sealed class TerminalOutput(IAnsiConsoleOutput output) : IAnsiConsoleOutput
    {
        public TextWriter Writer => output.Writer;

        public bool IsTerminal => true;

        public int Width => output.Width;

        public int Height => output.Height;

        public void SetEncoding(System.Text.Encoding encoding) => output.SetEncoding(encoding);
    }
}
