using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract.Faults;
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

    private readonly Option<bool> all = new("--all") { Description = "Every exercise, which is meant where none is named, too." };
    private readonly FormatOption format = new(FormatOption.MSBuild);
    private readonly RequireSandboxOption requireSandbox = new();

    public CheckCommand(Kit kit)
        : base("check", "Grades what stands in your folder's exercises/, and notes what you have solved.", "kit check 07-ticket-sale", "kit check 01 02", "kit check --all", "kit check 07 --format msbuild")
    {
        this.kit = kit;
        Add(exercises);
        Add(all);
        Add(format);
        Add(requireSandbox);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var named = parsed.GetValue(exercises) ?? [];
        if (parsed.GetValue(all) && named.Length > 0)
            throw new BadInputException(ProgressTexts.AllAndSome);
        var ids = named.Length > 0 ? place.Course.Choose(named) : [.. place.Course.Exercises.Select(e => e.Id)];
        var request = new GradeRequest(place.Student.Exercises, ids, RequireSandbox: parsed.GetValue(requireSandbox));
        return new GradeRun(kit.Terminal, place, kit.Language(parsed), kit.Book(place, parsed)).ExecuteAsync(request, format.Of(parsed), cancellation);
    }
}
