using System.CommandLine;
using ExerciseKit.Authoring.Verification;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Exercises;

namespace ExerciseKit.Cli.Authors;

/// <summary><c>kit verify [ID…]</c></summary>
internal sealed class VerifyCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string[]> exercises = new("ID")
    {
        Description = "The exercises; the beginning of an id is enough. Default: all of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> live = new("--live")
    {
        Description = "Run each solution once instead, in its larger setting, with real processes and the real clock.",
    };

    private readonly Option<int> seeds = new("--seeds")
    {
        Description = "Grade each of them under the seeds 1 to N, each of which draws other inputs.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> onlyRight = new("--right-answers")
    {
        Description = "Grade the solutions and the other right answers alone.",
    };

    private readonly RequireSandboxOption requireSandbox = new();

    public VerifyCommand(Kit kit)
        : base(
            "verify",
            "Verifies the exercises themselves: stubs fail, solutions get full marks, doing nothing gets none, and each wrong answer under solutions/ID/mutants fails the check that it names.",
            "kit verify 07-ticket-sale",
            "kit verify",
            "kit verify 07 --seeds 20",
            "kit verify --seeds 200 --right-answers",
            "kit verify --live 07")
    {
        this.kit = kit;
        Add(exercises);
        Add(live);
        seeds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var count and < 1)
                result.AddError($"--seeds {count} is no number of seeds: at least 1 is needed.");
        });
        Add(seeds);
        Add(onlyRight);
        Add(requireSandbox);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var catalog = kit.Catalog(parsed);
        if (parsed.GetValue(live))
            return await RunLiveAsync(catalog, parsed, cancellation);
        var verifier = new Verifier(catalog.Root, parsed.GetValue(requireSandbox));
        var result = await ProgressLine.ShowAsync(
            kit.Terminal.Error,
            line => verifier.VerifyAsync(catalog.Choose(parsed.GetValue(exercises) ?? []), new VerifyProgressLine(line), cancellation, new VerificationScope(parsed.GetValue(seeds), parsed.GetValue(onlyRight))));
        new VerificationReport(kit.Terminal.Output).Write(result);
        if (result.MetGraderFault)
            return ExitCode.GraderFault;
        return result.Passed ? ExitCode.Passed : ExitCode.Failed;
    }

    private async Task<int> RunLiveAsync(ExerciseCatalog catalog, ParseResult parsed, CancellationToken cancellation)
    {
        var verifier = new LiveVerifier(catalog.Root);
        var runs = await ProgressLine.ShowAsync(
            kit.Terminal.Error,
            line => verifier.VerifyAsync(catalog.Choose(parsed.GetValue(exercises) ?? []), new LiveProgressLine(line), cancellation));
        new LiveVerificationReport(kit.Terminal.Output).Write(runs);
        return runs.All(r => r.Objection is null) ? ExitCode.Passed : ExitCode.Failed;
    }
}
