using System.CommandLine;
using ExerciseKit.Classes;
using ExerciseKit.Classes.Layouts;
using ExerciseKit.Classes.Regrading;
using ExerciseKit.Classes.Results;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Cli.Classes;

/// <summary><c>kit regrade RESULTS --as NAME</c></summary>
internal sealed class RegradeCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ResultsArgument results = new();
    private readonly Option<string> name = new("--as")
    {
        Description = "What it is called, for `kit compare`, `kit apply` and `kit discard`.",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<bool> onlyFailed = new("--only-failed") { Description = "Only hand-ins with a check that did not pass." };
    private readonly Option<string?> exercise = new("--exercise") { Description = "Only hand-ins that hold this exercise.", HelpName = "ID" };
    private readonly Option<string?> check = new("--check") { Description = "Only hand-ins that have this check, by its id or as EXERCISE/CHECK.", HelpName = "ID" };
    private readonly Option<string?> from = new("--from") { Description = "Where the hand-ins are now. Default: where they were.", HelpName = "FOLDER" };
    private readonly JobsOption jobs = new();
    private readonly RequireSandboxOption requireSandbox = new();

    public RegradeCommand(Kit kit)
        : base("regrade", "Grades a class again beside the marks that stand, as after a check was mended.", "kit regrade results --as mended", "kit regrade results --as mended --check no-oversell --only-failed")
    {
        this.kit = kit;
        Add(results);
        Add(name);
        Add(onlyFailed);
        Add(exercise);
        Add(check);
        Add(from);
        Add(jobs);
        Add(requireSandbox);
    }

    public override LocalizedText ExitCodes => LocalizedText.Same(
        """
        Exit codes:
          0    every hand-in chosen was graded again
          2    the command line, or what it names, can't be used
          3    the grader failed on some hand-in, or one came out otherwise though nothing had changed
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var catalog = kit.Catalog(parsed);
        using var standing = results.Open(parsed);
        var identity = standing.Identity!;
        var choice = new RegradeChoice(parsed.GetValue(onlyFailed), parsed.GetValue(exercise) is { } id ? catalog.Choose(id).Id : null, parsed.GetValue(check));
        var chosen = standing.Records.Values.Where(choice.Holds).Select(r => r.Key).ToHashSet();
        if (chosen.Count == 0)
            throw new BadInputException($"{standing.Path} holds no hand-in of that kind. Nothing was graded.");
        var folder = parsed.GetValue(from) ?? identity.HandIns;
        var handIns = DownloadFolder.Read(folder).HandIns.Where(h => chosen.Contains(h.Key)).ToList();
        if (handIns.Count < chosen.Count)
            throw new BadInputException($"{chosen.Count - handIns.Count} of the {chosen.Count} hand-ins are not in {folder} any more. Name the folder that holds them with --from.");
        var request = new ClassRequest(identity.Exercises, identity.Seed, identity.RequireProof, parsed.GetValue(requireSandbox), jobs.Of(parsed)) { Course = identity.Course };
        var grading = new ClassGrading(catalog, request);
        var name = parsed.GetRequiredValue(this.name);
        using var beside = ResultsFolder.Open(new Regradings(standing).PathOf(name));
        beside.Claim(grading.Identity with { HandIns = Path.GetFullPath(folder) });
        var records = await ClassProgressBar.ShowAsync(kit.Terminal, progress => grading.GradeAsync(handIns, beside, progress, cancellation));
        var comparison = MarkComparison.Of((identity, standing.Records), (beside.Identity!, beside.Records));
        foreach (var alarm in comparison.Alarms)
            kit.Terminal.Complain("ALARM: " + alarm);
        kit.Terminal.Output.Write(new PlainText($"{Counted.Of(records.Count, "hand-in")} graded again as {name}, with another mark than before: {comparison.Changes.Count}. See `kit compare {parsed.GetValue(results)} {name}`; then `kit apply` or `kit discard`.\n"));
        return comparison.Alarms.Count > 0 || records.Any(r => r.Fault is not null) ? ExitCode.GraderFault : ExitCode.Passed;
    }
}
