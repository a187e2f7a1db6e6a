using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Grading;
using ExerciseKit.Reports.Formats;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit grade PATH</c></summary>
internal sealed class GradeCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string> path = new("PATH")
    {
        Description = "What was handed in: a folder of exercise folders, one exercise folder, one .cs file, or a zip or tar of these.",
    };

    private readonly Option<string[]> exercises = new("--exercise")
    {
        Description = "An exercise to grade; may be given several times. One that is not handed in scores 0. Default: those found.",
        HelpName = "ID",
    };

    private readonly FormatOption format = new([.. ResultFormats.Names]);
    private readonly Option<string?> outFile = new("--out")
    {
        Description = "A file for the JSON result, written check by check: it says from the first what is still pending, and is gradable when nothing is.",
        HelpName = "FILE",
    };

    private readonly SeedOption seed = new();
    private readonly RequireProofOption requireProof = new();
    private readonly RequireSandboxOption requireSandbox = new();

    public GradeCommand(Kit kit)
        : base(
            "grade",
            "Grades a hand-in.",
            "kit grade solutions",
            "kit grade TicketSale.cs",
            "kit grade hand-in.zip --exercise 07-ticket-sale --exercise 19-deadlock",
            "kit grade hand-in.zip --format json --out result.json")
    {
        this.kit = kit;
        Add(path);
        Add(exercises);
        Add(format);
        Add(outFile);
        Add(seed);
        Add(requireProof);
        Add(requireSandbox);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var request = new GradeRequest(
            parsed.GetRequiredValue(path),
            place.Course.Choose(parsed.GetValue(exercises) ?? []),
            parsed.GetValue(seed),
            parsed.GetValue(outFile),
            parsed.GetValue(requireSandbox),
            parsed.GetValue(requireProof));
        return new GradeRun(kit.Terminal, place, kit.Language(parsed)).ExecuteAsync(request, format.Of(parsed), cancellation);
    }
}
