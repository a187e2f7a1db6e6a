using System.CommandLine;
using ExerciseKit.Classes;
using ExerciseKit.Classes.Regrading;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Cli.Classes;

/// <summary><c>kit apply RESULTS NAME</c></summary>
internal sealed class ApplyCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ResultsArgument results = new();
    private readonly Argument<string> name = new("NAME") { Description = "The regrading." };
    private readonly Option<bool> neverLower = new("--never-lower") { Description = "A hand-in that would get less keeps what it has." };

    public ApplyCommand(Kit kit)
        : base("apply", "Puts a regrading's marks in the place of those that stand; these are kept, in replaced/.", "kit apply results mended --never-lower")
    {
        this.kit = kit;
        Add(results);
        Add(name);
        Add(neverLower);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var standing = results.Open(parsed);
        var applied = new Regradings(standing).Apply(parsed.GetRequiredValue(name), parsed.GetValue(neverLower));
        foreach (var mark in applied.Where(m => m.WasKept || m.Before != m.After))
            Tell($"{mark.Place}: {(mark.WasKept ? $"keeps {mark.Before}" : $"{mark.Before} became {mark.After}")}");
        ClassReport.WriteAgain(standing, kit.Catalog(parsed));
        Tell($"{applied.Count(m => m.Before != m.After)} of {applied.Count} marks changed; the old ones are in {Path.Combine(standing.Path, "replaced")}.");
        return Task.FromResult(ExitCode.Passed);
    }

    private void Tell(string line) => kit.Terminal.Output.Write(new PlainText(line + "\n"));
}
