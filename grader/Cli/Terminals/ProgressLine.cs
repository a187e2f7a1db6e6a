using Spectre.Console;

namespace ExerciseKit.Cli.Terminals;

/// <summary>A line on the terminal that says what is being done; nothing where there is no terminal.</summary>
internal sealed class ProgressLine
{
    private readonly Action<string> show;

    private ProgressLine(Action<string> show) => this.show = show;

    /// <summary>Does the work, showing the line until it ends.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<ProgressLine, Task<T>> work) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true } && console.Profile.Out.IsTerminal
            ? console.Status().StartAsync("starting", status => work(new ProgressLine(text => status.Status = Markup.Escape(text))))
            : work(new ProgressLine(_ => { }));

    public void Show(string text) => show(text);
}
