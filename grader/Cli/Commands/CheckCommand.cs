using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit check [ID…]</c></summary>
internal sealed class CheckCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string[]> exercises = new("ID")
    {
        Description = "The exercises; the beginning of an id is enough. Default: all of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly FormatOption format = new();
    private readonly RequireSandboxOption requireSandbox = new();

    public CheckCommand(Kit kit)
        : base("check", "Grades what stands in the kit's exercises/ folder, where you work.", "kit check 07-ticket-sale", "kit check 01 02", "kit check")
    {
        this.kit = kit;
        Add(exercises);
        Add(format);
        Add(requireSandbox);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var catalog = kit.Catalog(parsed);
        var request = new GradeRequest(Path.Combine(catalog.Root, KitRoot.ExercisesFolder), catalog.Choose(parsed.GetValue(exercises) ?? []), RequireSandbox: parsed.GetValue(requireSandbox));
        return new GradeRun(kit.Terminal, catalog.Root).ExecuteAsync(request, format.IsJson(parsed), cancellation);
    }
}
