using System.CommandLine;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit next</c></summary>
internal sealed class NextCommand : KitCommand
{
    private readonly Kit kit;

    public NextCommand(Kit kit)
        : base("next", "Tells which exercise comes next: the first that is not solved, or that has changed since.", "kit next") =>
        this.kit = kit;

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    there is a next exercise, or all are solved
        """,
        """
        退出码：
          0    有下一个练习，或者已全部完成
        """);

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var progress = CourseProgress.Of(place, kit.Book(place, parsed));
        var text = progress.Next is { } next
            ? ProgressTexts.Next(next, place.Student, progress.Exercises.First(e => e.Exercise == next).State)
            : ProgressTexts.AllSolved(progress.Exercises.Count);
        kit.Terminal.Output.Write(new PlainText(kit.Say(text, parsed) + "\n"));
        return Task.FromResult(ExitCode.Passed);
    }
}
