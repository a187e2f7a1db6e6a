using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading;

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

    private readonly FormatOption format = new();
    private readonly Option<string?> outFile = new("--out")
    {
        Description = "A file for the JSON result, written check by check: whenever grading ends, it holds what was finished.",
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
        var catalog = kit.Catalog(parsed);
        var request = new GradeRequest(
            parsed.GetRequiredValue(path),
            catalog.Choose(parsed.GetValue(exercises) ?? []),
            parsed.GetValue(seed),
            Writable(parsed.GetValue(outFile)),
            parsed.GetValue(requireSandbox),
            parsed.GetValue(requireProof));
        return new GradeRun(kit.Terminal, catalog.Root).ExecuteAsync(request, format.IsJson(parsed), cancellation);
    }

    // Before grading, since a result with nowhere to go would be lost after it.
    private static string? Writable(string? file)
    {
        if (file is null)
            return null;
        var full = Path.GetFullPath(file);
        if (Directory.Exists(full))
            throw new BadInputException($"--out {file} is a folder. Name a file in it.");
        return Directory.Exists(Path.GetDirectoryName(full))
            ? full
            : throw new BadInputException($"--out {file} can't be written: {Path.GetDirectoryName(full)} is not there. Make that folder first.");
    }
}
