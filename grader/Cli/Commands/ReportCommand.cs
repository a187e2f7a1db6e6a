using System.CommandLine;
using System.Text.Json;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Reports;
using ExerciseKit.Reports.Formats;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit report RESULT --format FORMAT</c></summary>
internal sealed class ReportCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string> result = new("RESULT") { Description = "What `kit grade --out` wrote." };
    private readonly Option<string> format = new("--format") { Description = "Whose format.", Required = true };
    private readonly Option<string?> outFile = new("--out") { Description = "The file to write. Default: standard output.", HelpName = "FILE" };

    public ReportCommand(Kit kit)
        : base(
            "report",
            "Writes a result that was kept in the format of another system; nothing is graded.",
            "kit grade . --out result.json; kit report result.json --format junit --out junit.xml",
            "kit report result.json --format github-summary >> $GITHUB_STEP_SUMMARY")
    {
        this.kit = kit;
        format.AcceptOnlyFromAmong([.. ResultFormats.Names, FormatOption.FormerJson]);
        Add(result);
        Add(format);
        Add(outFile);
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
        var read = Read(parsed.GetRequiredValue(result));
        var text = Text(parsed, read);
        if (parsed.GetValue(outFile) is { } path)
            SafeFile.Write(Path.GetFullPath(path), text);
        else
            await kit.Terminal.Raw.WriteAsync(text);
        return GradeRun.ExitCodeOf(read);
    }

    private string Text(ParseResult parsed, GradeResult read)
    {
        var named = parsed.GetRequiredValue(format);
        if (named == FormatOption.FormerJson)
            return FormerResult.Write(read);
        var catalog = kit.Catalog(parsed);
        return ResultFormats.Write(named, read, new FormatContext((exercise, file) => PathOf(catalog, exercise, file), Environment.GetEnvironmentVariable, TimeProvider.System.GetUtcNow())
        {
            Language = kit.Language(parsed),
        });
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
