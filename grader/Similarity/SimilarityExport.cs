using System.Text;
using ExerciseKit.Exercises;

namespace ExerciseKit.Similarity;

/// <summary>Lays works out as JPlag and Dolos read them: for each exercise a folder for each student, the stub and given files as base code, and Dolos' list of files.</summary>
public static class SimilarityExport
{
    /// <summary>The files, by path.</summary>
    public static IEnumerable<(string Path, string Text)> Of(IReadOnlyList<Work> works, ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(works);
        ArgumentNullException.ThrowIfNull(catalog);
        foreach (var exercise in works.GroupBy(w => w.Exercise).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var list = new StringBuilder("filename,label,full_name\n");
            foreach (var (work, number) in exercise.OrderBy(w => w.Student, StringComparer.Ordinal).Select((w, i) => (w, i + 1)))
            {
                // Two students' names may differ in what no folder's name can hold.
                var folder = $"{number:000}-{string.Concat(work.Student.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' ? c : '_'))}";
                foreach (var (name, text) in work.Files)
                {
                    yield return ($"{exercise.Key}/submissions/{folder}/{name}", text);
                    list.Append($"submissions/{folder}/{name},{folder},{Quoted(work.Student)}\n");
                }
            }

            if (catalog.Find(exercise.Key) is { } its)
            {
                foreach (var name in its.Files.Concat(its.Given).Where(n => File.Exists(Path.Combine(its.Folder, n))))
                    yield return ($"{exercise.Key}/base/{name}", File.ReadAllText(Path.Combine(its.Folder, name)));
            }

            yield return ($"{exercise.Key}/info.csv", list.ToString());
        }
    }

    // Dolos takes the names as they are; a spreadsheet must not run one.
    private static string Quoted(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
