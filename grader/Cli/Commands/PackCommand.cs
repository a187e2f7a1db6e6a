using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Grading.Packing;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Folders;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit pack [ID…]</c></summary>
internal sealed class PackCommand : KitCommand
{
    private const string Unnamed = "hand-in";

    private readonly Kit kit;
    private readonly Argument<string[]> exercises = new("ID")
    {
        Description = "The exercises; the beginning of an id is enough. Default: those whose stub you have changed.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> student = new("--student")
    {
        Description = "Who hands in: the id that your teacher knows you by.",
        HelpName = "ID",
    };

    private readonly Option<string?> outFile = new("--out")
    {
        Description = "The zip to write. Default: your id, or hand-in.zip, in this folder.",
        HelpName = "FILE",
    };

    public PackCommand(Kit kit)
        : base("pack", "Packs what you wrote into one zip to hand in, with a manifest that tells whether it arrived whole.", "kit pack --student 2026123", "kit pack 07 19 --student ann --out week3.zip")
    {
        this.kit = kit;
        Add(exercises);
        Add(student);
        Add(outFile);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var who = parsed.GetValue(student)?.Trim() is { Length: > 0 } named ? named : null;
        var states = CourseProgress.Of(place, kit.Book(place, parsed)).Exercises.ToDictionary(e => e.Exercise.Id, e => VerdictOf(e.State));
        var packed = new HandInPacker(place.Course).Pack(
            place.Student.Exercises,
            place.Course.Choose(parsed.GetValue(exercises) ?? []),
            who,
            exercise => states[exercise.Id],
            // Zips and manifests are compared by people: whole seconds do.
            DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
        var file = parsed.GetValue(outFile) ?? FileNameOf(who) + ".zip";
        SafeFile.Write(Path.GetFullPath(file), packed.Zip);
        Tell(kit.Say(PackTexts.Packed(file, packed.Manifest), parsed));
        foreach (var exercise in packed.Manifest.Exercises)
            Tell(kit.Say(PackTexts.Exercise(exercise), parsed));
        foreach (var remark in packed.Remarks)
            Tell(kit.Say(remark, parsed));
        if (who is null)
            Tell(kit.Say(PackTexts.NoStudent, parsed));
        return Task.FromResult(ExitCode.Passed);
    }

    private static OwnVerdict VerdictOf(ExerciseState state) => state switch
    {
        ExerciseState.Solved => OwnVerdict.Solved,
        ExerciseState.ToBeChecked => OwnVerdict.ChangedSinceSolved,
        _ => OwnVerdict.Open,
    };

    // An id may hold what no file's name can.
    private static string FileNameOf(string? student)
    {
        var name = string.Concat((student ?? Unnamed).Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).Trim('.');
        return name.Length > 0 ? name : Unnamed;
    }

    private void Tell(string line) => kit.Terminal.Output.Write(new PlainText(line + "\n"));
}
