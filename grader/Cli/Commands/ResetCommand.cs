using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit reset ID</c></summary>
internal sealed class ResetCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ExerciseArgument exercise = new("The exercise; the beginning of its id is enough.");

    public ResetCommand(Kit kit)
        : base("reset", "Puts an exercise's stub back; what you wrote stays beside it, under the same name with a number behind it.", "kit reset 07-ticket-sale")
    {
        this.kit = kit;
        Add(exercise);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var chosen = place.Course.Choose(parsed.GetRequiredValue(exercise));
        if (place.IsCourseItself)
            throw new BadInputException(ProgressTexts.NoResetHere(place.Course.Root));
        var done = StubReset.Reset(place.Student, chosen);
        foreach (var (file, kept) in done)
            kit.Terminal.Output.Write(new PlainText(kit.Say(ProgressTexts.WasReset(file, kept), parsed) + "\n"));
        if (done.Count == 0)
            kit.Terminal.Output.Write(new PlainText(kit.Say(ProgressTexts.IsStub(chosen), parsed) + "\n"));
        kit.Book(place, parsed).Forget(chosen.Id);
        return Task.FromResult(ExitCode.Passed);
    }
}
