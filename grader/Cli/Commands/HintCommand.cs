using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Reports.Console;
using Spectre.Console;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit hint ID</c></summary>
internal sealed class HintCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ExerciseArgument exercise = new("The exercise; the beginning of its id is enough.");
    private readonly Option<int> step = new("--step")
    {
        Description = "Which hint: 1 is a question, the last one nearly the answer.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public HintCommand(Kit kit)
        : base("hint", "Shows a hint.", "kit hint 07-ticket-sale", "kit hint 07 --step 2")
    {
        this.kit = kit;
        Add(exercise);
        Add(step);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var chosen = kit.Catalog(parsed).Choose(parsed.GetRequiredValue(exercise));
        var number = parsed.GetValue(step);
        if (number < 1 || number > chosen.Hints.Count)
            throw new BadInputException(($"--step {number} is no hint of {chosen.Id}; it has hints 1 to {chosen.Hints.Count}.", $"{chosen.Id} 没有第 {number} 条提示；它有第 1 到第 {chosen.Hints.Count} 条。"));

        var output = kit.Terminal.Output;
        output.Write(new PlainText(kit.Language(parsed).Say($"{chosen.Id}, hint {number} of {chosen.Hints.Count}\n", $"{chosen.Id}，提示 {number}/{chosen.Hints.Count}\n"), new Style(decoration: Decoration.Bold)));
        output.Write(new PlainText($"{kit.Say(chosen.Hints[number - 1], parsed)}\n"));
        if (number < chosen.Hints.Count)
            output.Write(new PlainText(kit.Language(parsed).Say($"The next one: kit hint {chosen.Id} --step {number + 1}\n", $"下一条：kit hint {chosen.Id} --step {number + 1}\n"), new Style(Color.Grey)));
        return Task.FromResult(ExitCode.Passed);
    }
}
