using System.CommandLine;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Folders;
using ExerciseKit.Session.Integration;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit init [DIR]</c></summary>
internal sealed class InitCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string> folder = new("DIR")
    {
        Description = "The folder; it is made when it is not there. Default: this one.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> integration = new("--ci")
    {
        Description = "Writes only the files by which another system runs the kit: a workflow, or an autograder.",
    };

    public InitCommand(Kit kit)
        : base("init", "Makes a folder to work in: the exercises, with what editors need. What stands there already stays as it is.", "kit init", "kit init my-course --lang zh", "kit init --ci github")
    {
        this.kit = kit;
        integration.AcceptOnlyFromAmong([.. IntegrationFiles.Systems]);
        Add(folder);
        Add(integration);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var asked = parsed.GetValue(folder) ?? ".";
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(asked));
        if (parsed.GetValue(integration) is { } system)
        {
            foreach (var change in IntegrationFiles.Write(system, root, Grader.KitVersion))
                new FolderReport(kit, parsed).Write(change);
            return Task.FromResult(ExitCode.Passed);
        }

        var course = Course(parsed);
        Refuse(root, course);
        var isThere = StudentFolder.Is(root, course);
        // Sheets that are there in one language stay in it, where no other is asked for.
        var language = isThere && parsed.GetResult(kit.LanguageOption) is null ? (Contract.Language?)null : kit.Language(parsed);
        var changes = new FolderWriting(course, Kit.ToolFolder).Write(new StudentFolder(root), language);
        var output = kit.Terminal.Output;
        var written = changes.Count(c => c.Fate is FileFate.Written);
        if (isThere)
            output.Write(new PlainText(kit.Say(FolderTexts.WasThere(root, written), parsed) + "\n"));
        else
            output.Write(new PlainText(kit.Say(FolderTexts.Made(root, course.Exercises.Count, asked == "." ? null : asked, course.Exercises[0]), parsed) + "\n"));
        new FolderReport(kit, parsed).WriteKept(changes);
        return Task.FromResult(ExitCode.Passed);
    }

    // The folder is not one of the course's yet: the tool's course it is, unless another root is named.
    private ExerciseCatalog Course(ParseResult parsed) =>
        parsed.GetResult(kit.RootOption) is not null || KitRoot.OfTool(Kit.ToolFolder) is not { } own ? kit.Catalog(parsed) : ExerciseCatalog.Load(own);

    private static void Refuse(string root, ExerciseCatalog course)
    {
        for (var above = root; above is not null; above = Path.GetDirectoryName(above))
        {
            if (KitRoot.HoldsExercises(above))
                throw new BadInputException(FolderTexts.IsTheKits(root, above));
            if (above != root && StudentFolder.Is(above, course))
                throw new BadInputException(FolderTexts.IsInside(root, above));
        }
    }
}
