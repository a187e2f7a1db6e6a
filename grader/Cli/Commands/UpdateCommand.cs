using System.CommandLine;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit update</c></summary>
internal sealed class UpdateCommand : KitCommand
{
    private readonly Kit kit;

    public UpdateCommand(Kit kit)
        : base("update", "Brings the tool's newer sheets and given files into your folder, and lists what changed. Your own files stay as they are.", "kit update", "kit update --lang zh") =>
        this.kit = kit;

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        if (place.IsCourseItself)
            throw new BadInputException(FolderTexts.IsTheKits(place.Student.Root, place.Course.Root));
        var language = parsed.GetResult(kit.LanguageOption) is null ? (Contract.Language?)null : kit.Language(parsed);
        var changes = new FolderWriting(place.Course, Kit.ToolFolder).Write(place.Student, language);
        var report = new FolderReport(kit, parsed);
        foreach (var change in changes.Where(c => c.Fate is FileFate.Written or FileFate.Renewed))
            report.Write(change);
        report.WriteKept(changes);
        var changed = changes.Count(c => c.Fate is FileFate.Written or FileFate.Renewed);
        kit.Terminal.Output.Write(new PlainText(kit.Say(FolderTexts.Updated(changed, Grader.KitVersion), parsed) + "\n"));
        return Task.FromResult(ExitCode.Passed);
    }
}
