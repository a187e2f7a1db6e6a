using ExerciseKit.Classes.Gradebooks;
using ExerciseKit.Classes.Pages;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Checking;

namespace ExerciseKit.Classes;

/// <summary>Writes what is drawn from all records of a class: the gradebook and the page.</summary>
/// <param name="results">Where to.</param>
/// <param name="time">Tells what is due by now; null for the system's clock.</param>
public sealed class ClassReport(ResultsFolder results, TimeProvider? time = null)
{
    /// <summary>What a student may see of a hand-in's page.</summary>
    public const string FeedbackName = "feedback.html";

    public const string GradebookName = "gradebook.csv";
    public const string PageName = "index.html";

    private readonly TimeProvider clock = time ?? TimeProvider.System;

    /// <summary>Writes them again, of all that a folder holds, as it was last said.</summary>
    /// <param name="results">The folder.</param>
    /// <param name="catalog">The exercises.</param>
    public static void WriteAgain(ResultsFolder results, ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(results);
        var identity = results.Identity!;
        var rules = identity.CourseFile is { } course ? ClassRules.Of(Policy.CourseFile.Read(course, catalog)) : ClassRules.None;
        var format = Enum.TryParse<GradebookFormat>(identity.Gradebook, ignoreCase: true, out var said) ? said : GradebookFormat.Plain;
        new ClassReport(results).Write([.. results.Records.Values.OrderBy(r => r.Place, StringComparer.Ordinal)], rules, format, []);
    }

    // For students: each sees as much of it as the course lets them see now.
    private void WriteFeedback(IReadOnlyList<HandInRecord> records, CoursePolicy policy)
    {
        var (marks, now) = (new MarkRules(policy), clock.GetUtcNow());
        foreach (var record in records)
            results.WriteBeside(record.Key, FeedbackName, HandInPage.Of(record, results.ResultOf(record.Key), (exercise, check) => marks.HiddenAt(now, exercise, check, record.Students)?.En));
    }

    /// <summary>Writes them.</summary>
    /// <param name="records">The hand-ins.</param>
    /// <param name="rules">What decides marks.</param>
    /// <param name="format">Whose columns the gradebook has.</param>
    /// <param name="notes">What is to be said of the whole.</param>
    /// <returns>The gradebook.</returns>
    public Gradebook Write(IReadOnlyList<HandInRecord> records, ClassRules rules, GradebookFormat format, IReadOnlyList<string> notes)
    {
        var identity = results.Identity;
        var title = identity?.Course ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(results.Path));
        var demanded = (identity?.Exercises ?? []).Select(id => (id, CheckTitles.PointsOf(id, identity!.Seed))).ToList();
        var book = Gradebook.Of(records, rules, demanded);
        results.Write(GradebookName, new GradebookCsv(book, title).Of(format));
        if (rules.Policy is { } policy)
            WriteFeedback(records, policy);
        results.Write(PageName, ClassPage.Of(book, title, notes));
        return book;
    }
}
