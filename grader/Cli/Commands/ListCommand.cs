using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit list</c></summary>
internal sealed class ListCommand : KitCommand
{
    private readonly Kit kit;
    private readonly LanguageOption language = new();

    public ListCommand(Kit kit)
        : base("list", "Lists the exercises.", "kit list", "kit list --language zh")
    {
        this.kit = kit;
        Add(language);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var catalog = kit.Catalog(parsed);
        var width = catalog.Exercises.Max(e => e.Id.Length);
        foreach (var exercise in catalog.Exercises)
            kit.Terminal.Output.Write(new PlainText($"{exercise.Id.PadRight(width)}  {language.Of(exercise.Title, parsed)}\n"));
        return Task.FromResult(ExitCode.Passed);
    }
}
