using System.CommandLine;
using System.Text.Json;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Pages;
using ExerciseKit.Reports;
using ExerciseKit.Reports.Formats;
using ExerciseKit.Session;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit report [RESULT] --format FORMAT --html FILE</c></summary>
internal sealed class ReportCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string?> result = new("RESULT")
    {
        Description = "What `kit grade --out` wrote. Default: what stands in your folder's exercises/, graded now.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> format = new("--format") { Description = "Another system's format." };
    private readonly Option<string?> outFile = new("--out") { Description = "The file to write that format to. Default: standard output.", HelpName = "FILE" };
    private readonly Option<string?> html = new("--html") { Description = "A file for a page to look at: each failed check's interleaving, to step through. It needs nothing besides.", HelpName = "FILE" };
    private readonly Option<string?> handIn = new("--hand-in") { Description = "What was graded, to have its code beside the steps. Default: your folder's exercises/.", HelpName = "PATH" };
    private readonly Option<bool> open = new("--open") { Description = "Opens the page." };

    public ReportCommand(Kit kit)
        : base(
            "report",
            "Writes a result as a page to look at, or in the format of another system.",
            "kit report --html report.html --open",
            "kit grade hand-in.zip --out result.json; kit report result.json --html report.html --hand-in hand-in.zip",
            "kit grade . --out result.json; kit report result.json --format junit --out junit.xml",
            "kit report result.json --format github-summary >> $GITHUB_STEP_SUMMARY")
    {
        this.kit = kit;
        format.AcceptOnlyFromAmong([.. ResultFormats.Names, FormatOption.FormerJson]);
        Add(result);
        Add(format);
        Add(outFile);
        Add(html);
        Add(handIn);
        Add(open);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes: those of `kit grade`, by what stands in the result, so that the last step of a script tells the verdict.
        """,
        """
        退出码：与 `kit grade` 相同，按结果中所写的来定，这样脚本的最后一步就能说明结论。
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(format) is null && parsed.GetValue(html) is null)
            throw new BadInputException(ReportTexts.NoFormat);
        if (parsed.GetValue(open) && parsed.GetValue(html) is null)
            throw new BadInputException(ReportTexts.OpenWithoutPage);
        var kept = parsed.GetValue(result) is { } file ? Read(file) : null;
        var place = kit.Place(parsed);
        var read = kept ?? await GradeAsync(place, parsed, cancellation);
        if (parsed.GetValue(format) is { } name)
        {
            var text = name == FormatOption.FormerJson ? FormerResult.Write(read) : ResultFormats.Write(name, read, ContextOf(place.Course, parsed));
            if (parsed.GetValue(outFile) is { } path)
                SafeFile.Write(Path.GetFullPath(path), text);
            else
                await kit.Terminal.Raw.WriteAsync(text);
        }

        if (parsed.GetValue(html) is { } page)
            WritePage(page, read, place, parsed);
        return GradeRun.ExitCodeOf(read);
    }

    private FormatContext ContextOf(ExerciseCatalog course, ParseResult parsed) =>
        new((exercise, file) => PathOf(course, exercise, file), Environment.GetEnvironmentVariable, TimeProvider.System.GetUtcNow()) { Language = kit.Language(parsed) };

    private Task<GradeResult> GradeAsync(Workplace place, ParseResult parsed, CancellationToken cancellation)
    {
        var request = new GradeRequest(place.Student.Exercises, [.. place.Course.Exercises.Select(e => e.Id)]);
        return new GradeRun(kit.Terminal, place, kit.Language(parsed), kit.Book(place, parsed)).GradeAsync(request, cancellation);
    }

    private void WritePage(string page, GradeResult read, Workplace place, ParseResult parsed)
    {
        var path = Path.GetFullPath(page);
        SafeFile.Write(path, ReportPage.Of(read, SourcesOf(read, place, parsed), parsed.GetResult(kit.LanguageOption) is null ? null : kit.Language(parsed)));
        kit.Terminal.Complain(kit.Say(ReportTexts.Written(page, new Uri(path)), parsed));
        if (parsed.GetValue(open) && Browser.Open(new Uri(path)) is { } why)
            kit.Terminal.Complain(kit.Say(ReportTexts.NotOpened(new Uri(path), why), parsed));
    }

    private HandInSources SourcesOf(GradeResult read, Workplace place, ParseResult parsed)
    {
        var named = parsed.GetValue(handIn);
        if ((named ?? place.Folder?.Exercises) is not { } path)
            return HandInSources.None;
        try
        {
            var files = HandInFiles.Read(path, place.Course, [.. read.Exercises.Select(e => e.Id)]);
            if (files.Hash == read.SubmissionHash)
                return new HandInSources(HandInState.Same, [.. files.Files.Select(f => new SourceText(f.Exercise, f.Name, f.Text))]);
        }
        catch (BadInputException) when (named is null)
        {
            // Nobody has said that it lies there.
            return HandInSources.None;
        }

        // In the kit's own repository the exercises are stubs, and no hand-in at all.
        if (named is null && place.IsCourseItself)
            return HandInSources.None;
        kit.Terminal.Complain(kit.Say(ReportTexts.Changed(path), parsed));
        return HandInSources.Changed;
    }

    // Where the file lies in a student's repository.
    private static string? PathOf(ExerciseCatalog catalog, string exercise, string file)
    {
        if (catalog.Find(exercise) is not { } its || its.Given.Contains(file))
            return null;
        string[] places = [Path.Combine(KitRoot.ExercisesFolder, exercise, file), Path.Combine(exercise, file), file];
        return PathInRepository.Of(Path.GetFullPath(places.FirstOrDefault(File.Exists) ?? places[0]));
    }

    private static GradeResult Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var said = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var its) ? its.ToString() : "none";
            return said == GradeResult.CurrentFormat
                ? document.Deserialize<GradeResult>(ResultJson.Options)!
                : throw new BadInputException(ResultJson.Refusal(path, said));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new BadInputException(($"{path} can't be read: {e.Message} Name what `kit grade --out` wrote.", $"{path} 无法读取：“{e.Message}”请指定 `kit grade --out` 写出的文件。"));
        }
    }
}
