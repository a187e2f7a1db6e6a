using System.CommandLine;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Reports;
using ExerciseKit.Session;
using ExerciseKit.Session.Progress;
using Spectre.Console;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit answer</c>: for the tests of a student's folder, which ask one kit for one exercise after another.</summary>
internal sealed class AnswerCommand : KitCommand
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private readonly Kit kit;

    public AnswerCommand(Kit kit)
        : base("answer", "Reads exercises' ids from standard input, a line each, and answers each with a line of JSON.", "echo 07-ticket-sale | kit answer")
    {
        this.kit = kit;
        Hidden = true;
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var book = kit.Book(place, parsed);
        await using var grader = new WarmGrader(place.Course.Root);
        var input = kit.Terminal.Input();
        while (await input.ReadLineAsync(cancellation) is { } id)
        {
            var answer = await AnswerAsync(grader, place, book, id.Trim(), kit.Language(parsed), cancellation);
            kit.Terminal.Raw.WriteLine(JsonSerializer.Serialize(answer, CamelCase));
            kit.Terminal.Raw.Flush();
            grader.GetReady();
        }

        return ExitCode.Passed;
    }

    private static async Task<Answer> AnswerAsync(WarmGrader grader, Workplace place, ProgressBook book, string id, Language language, CancellationToken cancellation)
    {
        try
        {
            var result = await grader.GradeAsync(new GradeRequest(place.Student.Exercises, [id]), new NotedProgress(book, new Unheard()), cancellation);
            return new Answer(id, result.Fault?.In(language), [.. result.Exercises.SelectMany(e => e.Checks, (e, check) => AnswerOf(place, result, e, check, language))]);
        }
        catch (BadInputException e)
        {
            return new Answer(id, e.Text?.In(language) ?? e.Message, []);
        }
    }

    private static CheckAnswer AnswerOf(Workplace place, GradeResult result, ExerciseResult exercise, CheckResult check, Language language)
    {
        var its = place.Course.Find(exercise.Id)!;
        return new CheckAnswer(check.Id, JsonNamingPolicy.KebabCaseLower.ConvertName(check.Status.ToString()), TextOf(result, exercise, check, language), PlaceOf(place, its, check));
    }

    private static string TextOf(GradeResult result, ExerciseResult exercise, CheckResult check, Language language)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text), Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false } });
        console.Profile.Width = Terminals.Terminal.WidthWhenRedirected;
        console.Profile.Capabilities.Unicode = true;
        new ConsoleReport(console, language: language).Write(result with { Sandbox = null, Notes = [], Exercises = [exercise with { Checks = [check], Output = ProgramOutput.None, Remarks = [] }] });
        return text.ToString().Trim();
    }

    // As a stack trace names it, so that editors lead there.
    private static string? PlaceOf(Workplace place, Exercise exercise, CheckResult check)
    {
        var site = MSBuildReport.SiteOf(check, exercise.Files.Contains) ?? CompilersSite(exercise, check);
        return site is null ? null : $"{Path.Combine(place.Student.Of(exercise), site.Value.File)}:line {site.Value.Line}";
    }

    // "Spawn.cs:12: error CS1002: ; expected"
    private static CallSite? CompilersSite(Exercise exercise, CheckResult check) =>
        check.Message.En.Split(':', 3) is [var file, var line, _] && exercise.Files.Contains(file) && int.TryParse(line, out var number) ? new CallSite(file, number) : null;

    private sealed record Answer(string Exercise, string? Fault, IReadOnlyList<CheckAnswer> Checks);

    private sealed record CheckAnswer(string Id, string Status, string Message, string? Place);

    private sealed class Unheard : IProgress<GradeProgress>
    {
        public void Report(GradeProgress value)
        {
            // The answer tells it all.
        }
    }
}
