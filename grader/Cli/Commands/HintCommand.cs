using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit hint ID</c></summary>
internal sealed class HintCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ExerciseArgument exercise = new("The exercise; the beginning of its id is enough.");
    private readonly Option<int> step = new("--step")
    {
        Description = "Which hint: 1 is a question; after the exercise's own come those that your first failed check gives: the rule that is broken, the two lines, the interleaving.",
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

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var language = kit.Language(parsed);
        var chosen = place.Course.Choose(parsed.GetRequiredValue(exercise));
        var number = parsed.GetValue(step);
        // The course itself has nobody's answers in it.
        var most = chosen.Hints.Count + (place is { Folder: not null, IsCourseItself: false } ? FailureHints.Most : 0);
        if (number < 1 || number > most)
            throw new BadInputException(HintTexts.NoSuch(number, chosen.Id, most));
        if (number > chosen.Hints.Count)
            return await TellFailureAsync(place, chosen, number - chosen.Hints.Count, language, cancellation);

        Show(chosen, number, chosen.Hints.Count, new PlainText($"{chosen.Hints[number - 1].In(language)}\n"), HintTexts.Heading, language);
        if (number < most)
            Add(HintTexts.Next(chosen.Id, number + 1, isWritten: number < chosen.Hints.Count), language);
        return ExitCode.Passed;
    }

    private async Task<int> TellFailureAsync(Workplace place, Exercise chosen, int number, Language language, CancellationToken cancellation)
    {
        var result = await new GradeRun(kit.Terminal, place, language).GradeAsync(new GradeRequest(place.Student.Exercises, [chosen.Id]), cancellation);
        if (result.Fault is { } fault)
            kit.Terminal.Complain(fault.In(language));
        if (GradeRun.ExitCodeOf(result) == ExitCode.GraderFault)
            return ExitCode.GraderFault;
        if (result.Exercises.SelectMany(e => e.Checks).FirstOrDefault(c => c.Status is CheckStatus.Failed or CheckStatus.Error) is not { } failure)
        {
            kit.Terminal.Output.Write(new PlainText($"{HintTexts.AllHold(chosen.Id).In(language)}\n"));
            return ExitCode.Passed;
        }

        var hints = FailureHints.Of(failure, language, site => SourceLines.Of(place, chosen, site));
        if (number > hints.Count)
            throw new BadInputException(HintTexts.NoSuch(chosen.Hints.Count + number, chosen.Id, chosen.Hints.Count + hints.Count));
        Show(chosen, number, hints.Count, hints[number - 1], HintTexts.FailureHeading, language);
        if (number < hints.Count)
            Add(HintTexts.Next(chosen.Id, chosen.Hints.Count + number + 1, isWritten: true), language);
        return ExitCode.Failed;
    }

    private void Show(Exercise chosen, int number, int count, IRenderable hint, Func<string, int, int, LocalizedText> heading, Language language)
    {
        kit.Terminal.Output.Write(new PlainText($"{heading(chosen.Id, number, count).In(language)}\n", new Style(decoration: Decoration.Bold)));
        kit.Terminal.Output.Write(hint);
    }

    private void Add(LocalizedText text, Language language) => kit.Terminal.Output.Write(new PlainText($"{text.In(language)}\n", new Style(Color.Grey)));
}
