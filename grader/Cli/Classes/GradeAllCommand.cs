using System.CommandLine;
using ExerciseKit.Classes;
using ExerciseKit.Classes.Layouts;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Results;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Cli.Classes;

/// <summary><c>kit grade-all FOLDER --out RESULTS</c></summary>
internal sealed class GradeAllCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string> folder = new("FOLDER")
    {
        Description = "The folder of all hand-ins, as Moodle, Canvas, Gradescope, Classroom 50 or GitHub Classroom give it, or a file or folder for each student.",
    };

    private readonly Option<string> results = new("--out")
    {
        Description = "The folder for the results. Called again with it, grading goes on where it was stopped.",
        HelpName = "RESULTS",
        Required = true,
    };

    private readonly Option<string[]> exercises = new("--exercise")
    {
        Description = "An exercise to grade; may be given several times. One that is not handed in scores 0. Default: those that each hand-in holds.",
        HelpName = "ID",
    };

    private readonly Option<string?> course = new("--course")
    {
        Description = "The course's rules, course.json: exercises, weights, due times, late days, the roster. `kit schema course` prints its schema.",
        HelpName = "FILE",
    };

    private readonly JobsOption jobs = new();
    private readonly GradebookOption gradebook = new();
    private readonly SeedOption seed = new();
    private readonly RequireProofOption requireProof = new();
    private readonly RequireSandboxOption requireSandbox = new();

    public GradeAllCommand(Kit kit)
        : base(
            "grade-all",
            "Grades the hand-ins of a class, and writes a gradebook, a page of the class and one of each hand-in.",
            "kit grade-all submissions --out results",
            "kit grade-all submissions --out results --exercise 07 --exercise 19 --jobs 4",
            "kit grade-all submissions --out results --course course.json --gradebook moodle")
    {
        this.kit = kit;
        Add(folder);
        Add(results);
        Add(exercises);
        Add(course);
        Add(jobs);
        Add(gradebook);
        Add(seed);
        Add(requireProof);
        Add(requireSandbox);
    }

    public override LocalizedText ExitCodes => LocalizedText.Same(
        """
        Exit codes:
          0    every hand-in has its row, graded or with the reason why it can't be
          2    the command line, or what it names, can't be used; what was graded stays
          3    the grader failed on some hand-in; call again, and those alone are graded
          130  cancelled; call again, and it goes on
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var catalog = kit.Catalog(parsed);
        var download = DownloadFolder.Read(parsed.GetRequiredValue(folder));
        var policy = parsed.GetValue(course) is { } file ? CourseFile.Read(file, catalog) : null;
        var rules = policy is null ? ClassRules.None : ClassRules.Of(policy);
        var request = new ClassRequest(
            Exercises(parsed, catalog, policy),
            policy?.Seed is { } secret && parsed.GetResult(seed) is null or { Implicit: true } ? secret : parsed.GetValue(seed),
            parsed.GetValue(requireProof),
            parsed.GetValue(requireSandbox),
            jobs.Of(parsed))
        { Course = policy?.Name };
        using var kept = ResultsFolder.Open(parsed.GetRequiredValue(results));
        var grading = new ClassGrading(catalog, request);
        kept.Claim(grading.Identity with
        {
            HandIns = Path.GetFullPath(parsed.GetRequiredValue(folder)),
            CourseFile = parsed.GetValue(course) is { } named ? Path.GetFullPath(named) : null,
            Gradebook = gradebook.Of(parsed).ToString().ToLowerInvariant(),
        });
        // The results may lie in the folder that is graded: they are nobody's hand-in.
        var handIns = download.HandIns.Where(h => Path.GetFullPath(h.Path) != kept.Path).ToList();
        var records = await ClassProgressBar.ShowAsync(kit.Terminal, progress => grading.GradeAsync(handIns, kept, progress, cancellation));
        var book = new ClassReport(kept).Write(records, rules, gradebook.Of(parsed), download.Notes);
        foreach (var note in download.Notes)
            Tell(note);
        foreach (var row in book.Rows.Where(r => r.Status != "graded"))
            Tell($"{row.Student.Name}: {row.Status}. {row.Reason}");
        Tell($"{records.Count} hand-ins: {string.Join(", ", book.Rows.GroupBy(r => r.Status).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"))}. See {Path.Combine(parsed.GetRequiredValue(results), ClassReport.PageName)} and {Path.Combine(parsed.GetRequiredValue(results), ClassReport.GradebookName)}.");
        return records.Any(r => r.Fault is not null) ? ExitCode.GraderFault : ExitCode.Passed;
    }

    private EquatableArray<string> Exercises(ParseResult parsed, ExerciseCatalog catalog, CoursePolicy? policy)
    {
        var named = catalog.Choose(parsed.GetValue(exercises) ?? []);
        if (policy is not null && named.Count > 0)
            throw new BadInputException("--course says which exercises there are: name none beside it with --exercise.");
        return (policy is null ? named.Order(StringComparer.Ordinal) : policy.Exercises.Select(e => e.Id)).ToEquatableArray();
    }

    private void Tell(string line) => kit.Terminal.Output.Write(new PlainText(line + "\n"));
}
