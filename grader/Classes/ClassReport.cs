using ExerciseKit.Classes.Gradebooks;
using ExerciseKit.Classes.Pages;
using ExerciseKit.Classes.Results;

namespace ExerciseKit.Classes;

/// <summary>Writes what is drawn from all records of a class: the gradebook and the page.</summary>
/// <param name="results">Where to.</param>
public sealed class ClassReport(ResultsFolder results)
{
    public const string GradebookName = "gradebook.csv";
    public const string PageName = "index.html";

    /// <summary>Writes them.</summary>
    /// <returns>The gradebook.</returns>
    public Gradebook Write(IReadOnlyList<HandInRecord> records, GradebookFormat format, IReadOnlyList<string> notes)
    {
        var title = results.Identity?.Course ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(results.Path));
        var book = Gradebook.Of(records);
        results.Write(GradebookName, new GradebookCsv(book, title).Of(format));
        results.Write(PageName, ClassPage.Of(book, title, notes));
        return book;
    }
}
