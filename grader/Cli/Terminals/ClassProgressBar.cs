using ExerciseKit.Classes;
using ExerciseKit.Reports;
using ExerciseKit.Reports.Console;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Cli.Terminals;

/// <summary>How far a class's grading is: a bar with the rate and the time left at a terminal; elsewhere a line for each hand-in.</summary>
internal sealed class ClassProgressBar : IProgress<ClassProgress>
{
    private readonly Lock writing = new();
    private readonly Terminal terminal;
    private readonly ProgressTask? bar;
    private readonly TimeProvider clock;
    private readonly long began;
    private int all;
    private int done;
    private int graded;

    private ClassProgressBar(Terminal terminal, ProgressTask? bar, TimeProvider clock) =>
        (this.terminal, this.bar, this.clock, began) = (terminal, bar, clock, clock.GetTimestamp());

    /// <summary>Does the work, and shows how far it is.</summary>
    public static Task<T> ShowAsync<T>(Terminal terminal, Func<IProgress<ClassProgress>, Task<T>> work)
    {
        var console = terminal.Error;
        return console.Profile.Capabilities is { Ansi: true, Interactive: true } && console.Profile.Out.IsTerminal
            ? console.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new PercentageColumn(), new Description()).StartAsync(progress => work(new ClassProgressBar(terminal, progress.AddTask("reading"), TimeProvider.System)))
            : work(new ClassProgressBar(terminal, null, TimeProvider.System));
    }

    public void Report(ClassProgress value)
    {
        // Hand-ins are graded side by side.
        lock (writing)
        {
            switch (value)
            {
                case ClassStarted started:
                    all = started.HandIns;
                    if (bar is not null)
                        bar.MaxValue = Math.Max(1, all);
                    break;
                case ClassWallsKnown walls:
                    if (Warnings.Before(walls.Report) is { } warning)
                        terminal.Complain(warning.En);
                    break;
                case HandInFinished finished:
                    Finished(finished);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(value), value, "Say here what this is.");
            }
        }
    }

    private void Finished(HandInFinished finished)
    {
        done++;
        graded += finished.WasThere ? 0 : 1;
        var minutes = clock.GetElapsedTime(began).TotalMinutes;
        var rate = graded / Math.Max(minutes, 1e-6);
        if (bar is not null)
        {
            bar.Value = done;
            bar.Description = graded == 0 ? $"{done} of {all}" : $"{done} of {all}, {rate:0} a minute, {Left((all - done) / rate)} left";
        }
        else if (!finished.WasThere)
        {
            var record = finished.Record;
            terminal.Complain($"{done} of {all}  {record.Place}: {record.Problem ?? record.Fault ?? $"{record.Score} of {record.MaxScore} points"}");
        }
    }

    private static string Left(double minutes) => minutes < 1 ? $"{Math.Ceiling(minutes * 60):0} s" : $"{Math.Ceiling(minutes):0} min";

    // Spectre's own column reads the text as markup.
    private sealed class Description : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new PlainText(task.Description);
    }
}
