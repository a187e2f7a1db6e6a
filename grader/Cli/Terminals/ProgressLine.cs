using ExerciseKit.Reports.Console;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Cli.Terminals;

/// <summary>A line on the terminal that says what is being done; nothing where there is no terminal.</summary>
internal sealed class ProgressLine
{
    private readonly Action<string> show;

    private ProgressLine(Action<string> show) => this.show = show;

    /// <summary>Does the work, showing the line until it ends.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<ProgressLine, Task<T>> work) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true } && console.Profile.Out.IsTerminal
            ? console.Progress().AutoClear(true).Columns(new SpinnerColumn(), new Description()).StartAsync(progress =>
            {
                var line = progress.AddTask("starting");
                return work(new ProgressLine(text => line.Description = text));
            })
            : work(new ProgressLine(_ => { }));

    public void Show(string text) => show(text);

    // Spectre's own column, and so its Status, reads the text as markup, and escaping it leaves ":bug:" a picture.
    private sealed class Description : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new PlainText(task.Description);
    }
}
