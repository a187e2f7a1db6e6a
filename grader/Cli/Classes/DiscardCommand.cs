using System.CommandLine;
using ExerciseKit.Classes.Regrading;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Cli.Classes;

/// <summary><c>kit discard RESULTS NAME</c></summary>
internal sealed class DiscardCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ResultsArgument results = new();
    private readonly Argument<string> name = new("NAME") { Description = "The regrading." };

    public DiscardCommand(Kit kit)
        : base("discard", "Forgets a regrading; the marks that stand were never touched by it.", "kit discard results mended")
    {
        this.kit = kit;
        Add(results);
        Add(name);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var standing = results.Open(parsed);
        new Regradings(standing).Discard(parsed.GetRequiredValue(name));
        kit.Terminal.Output.Write(new PlainText($"The regrading {parsed.GetValue(name)} is gone; the marks are as they were.\n"));
        return Task.FromResult(ExitCode.Passed);
    }
}
