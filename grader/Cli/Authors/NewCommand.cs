using System.CommandLine;
using ExerciseKit.Authoring;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Cli.Authors;

/// <summary><c>kit new ID TITLE</c></summary>
internal sealed class NewCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string> id = new("ID") { Description = "Two digits and a slug, such as 30-my-task; the class is named after it." };
    private readonly Argument<string> title = new("TITLE") { Description = "The title in English." };

    public NewCommand(Kit kit)
        : base("new", "Writes the two folders of a new exercise: a small one that works, with TODO wherever words are missing.", "kit new 30-my-task \"My task\"")
    {
        this.kit = kit;
        Add(id);
        Add(title);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var chosen = parsed.GetRequiredValue(id);
        foreach (var file in NewExercise.Write(kit.Root(parsed), chosen, parsed.GetRequiredValue(title)))
            kit.Terminal.Output.Write(new PlainText($"  {file}\n"));
        kit.Terminal.Output.Write(new PlainText($"Fill in every TODO, build the kit again, and see `kit verify {chosen}`. exercises/README.md tells more.\n"));
        return Task.FromResult(ExitCode.Passed);
    }
}
