using System.CommandLine;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Progress;
using Spectre.Console;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit list</c></summary>
internal sealed class ListCommand : KitCommand
{
    private readonly Kit kit;

    public ListCommand(Kit kit)
        : base("list", "Lists the exercises, and which of them you have solved.", "kit list", "kit list --lang zh") =>
        this.kit = kit;

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var language = kit.Language(parsed);
        var output = kit.Terminal.Output;
        var width = place.Course.Exercises.Max(e => e.Id.Length);
        var progress = place.Folder is null ? null : CourseProgress.Of(place, kit.Book(place, parsed));
        foreach (var (exercise, state) in progress?.Exercises ?? [.. place.Course.Exercises.Select(e => (e, ExerciseState.Open))])
        {
            var said = ProgressTexts.State(state)?.In(language);
            output.Write(new PlainText(
                ($"{exercise.Id.PadRight(width)}  {exercise.Title.In(language)}", Style.Plain),
                (said is null ? "\n" : $"  ({said})\n", state == ExerciseState.Solved ? new Style(Color.Green) : new Style(Color.Yellow))));
        }

        if (progress is { Solved: > 0 })
            output.Write(new PlainText(ProgressTexts.Count(progress.Solved, progress.Exercises.Count).In(language) + "\n"));
        return Task.FromResult(ExitCode.Passed);
    }
}
