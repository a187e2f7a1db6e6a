using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Reports;
using ExerciseKit.Reports.Console;
using ExerciseKit.Reports.Formats;
using ExerciseKit.Session;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Cli.Commands;

/// <summary>One grading, from its request to the report and the exit code.</summary>
/// <param name="terminal">Where the report goes.</param>
/// <param name="place">The course, and the student's folder.</param>
/// <param name="language">The language of the report.</param>
/// <param name="book">Where it is noted what was solved; null for nowhere.</param>
internal sealed class GradeRun(Terminal terminal, Workplace place, Language language, ProgressBook? book = null)
{
    public async Task<int> ExecuteAsync(GradeRequest request, string format, CancellationToken cancellation)
    {
        var result = await GradeAsync(request, cancellation);
        Report(format, request.Path).Write(result);
        var exitCode = ExitCodeOf(result);
        if (exitCode == ExitCode.Passed && book is not null && format == FormatOption.Console && result.Exercises is [var solved])
            Tell(place.Course.Find(solved.Id)!);
        return exitCode;
    }

    // Of one exercise: who checks all of them looks for what is missing.
    private void Tell(Exercise solved)
    {
        if (solved.Notes.Count > 0)
            terminal.Output.Write(new PlainText($"\n{ProgressTexts.Learnt.In(language)}\n{string.Concat(solved.Notes.Select(note => $"  {note.In(language)}\n"))}"));
    }

    /// <summary>The same without a report.</summary>
    public Task<GradeResult> GradeAsync(GradeRequest request, CancellationToken cancellation) => ProgressLine.ShowAsync(
        terminal.Error,
        line => new Grader(place.Course.Root).GradeAsync(request, Noted(new GradeProgressLine(line, language, terminal.Complain)), cancellation));

    /// <summary>The grader's fault outweighs a failed check, for no mark may be drawn then.</summary>
    internal static int ExitCodeOf(GradeResult result)
    {
        var checks = result.Exercises.SelectMany(e => e.Checks).ToList();
        // Nothing checked is nothing proved: it must not look like a pass.
        if (!result.Gradable || checks.Count == 0)
            return ExitCode.GraderFault;
        return checks.All(c => c.Status == CheckStatus.Passed) ? ExitCode.Passed : ExitCode.Failed;
    }

    private IProgress<GradeProgress> Noted(IProgress<GradeProgress> progress) => book is null ? progress : new NotedProgress(book, progress);

    private IReport Report(string format, string handIn)
    {
        // Where kit replay looks by itself.
        var named = Path.GetFullPath(handIn) == place.Folder?.Exercises ? null : handIn;
        var json = new JsonReport(terminal.Raw, isFormer: format == FormatOption.FormerJson);
        if (format == FormatOption.MSBuild)
            return new MSBuildReport(terminal.Raw, PathOf, language);
        if (ResultFormats.Names.Contains(format))
            return new FormatReport(terminal.Raw, format, new FormatContext((exercise, file) => PathInRepository.Of(PathIn(handIn, exercise, file) ?? PathOf(exercise, file)), Environment.GetEnvironmentVariable, TimeProvider.System.GetUtcNow()) { Language = language });
        return format is FormatOption.Json or FormatOption.FormerJson ? json : new FallbackReport(new ConsoleReport(terminal.Output, named, language), json, failure => terminal.Complain(language.Say(
            $"The report failed, so the result follows as JSON. This is a fault of the kit; report it: {failure.Message}",
            $"报告出错，所以下面给出 JSON 格式的结果。这是 kit 的毛病，请报告：{failure.Message}")));
    }

    // Where the file lies in what was named.
    private string? PathIn(string handIn, string exercise, string file)
    {
        if (place.Course.Find(exercise) is not { } its || its.Given.Contains(file) || !Directory.Exists(handIn))
            return null;
        string[] folders = [handIn, Path.Combine(handIn, exercise), Path.Combine(handIn, KitRoot.ExercisesFolder, exercise)];
        return folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    private string? PathOf(string exercise, string file) =>
        place.Folder is { } folder && place.Course.Find(exercise) is { } its && its.Files.Contains(file) ? Path.Combine(folder.Of(its), file) : null;
}
