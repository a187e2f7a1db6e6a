using System.Text.RegularExpressions;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Submissions.Layout;

/// <summary>Tells which exercise a folder is named after.</summary>
internal sealed partial class ExerciseNames
{
    private readonly ExerciseCatalog catalog;
    private readonly Dictionary<string, Exercise?> byKey = new(StringComparer.Ordinal);

    public ExerciseNames(ExerciseCatalog catalog)
    {
        this.catalog = catalog;
        foreach (var exercise in catalog.Exercises)
        {
            foreach (var key in KeysOf(exercise).Select(Key).Where(k => k.Length > 0).Distinct())
            {
                // What names two exercises names none.
                byKey[key] = byKey.TryGetValue(key, out var other) && other != exercise ? null : exercise;
            }
        }
    }

    /// <summary>The exercise of that id, in upper or lower case; null where there is none.</summary>
    public Exercise? ById(string folder) =>
        catalog.Find(folder) ?? catalog.Exercises.FirstOrDefault(e => e.Id.Equals(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>The exercise that the innermost folder of a path is named after that is named after one by its id; null where none is.</summary>
    public Exercise? OwnerById(string path) => Innermost(path, f => ById(ArchiveKind.Stem(f)));

    /// <summary>The same by id or title, as people write these, with a packer's additions.</summary>
    public Exercise? Owner(string path) => Innermost(path, ByAnyName);

    /// <summary>The innermost folder of a path that is named after an exercise; the path itself where none is.</summary>
    public string Home(string path, Exercise exercise)
    {
        for (var home = path; home.Length > 0; home = TreePath.Folder(home))
        {
            if (ByAnyName(TreePath.Name(home)) == exercise)
                return home;
        }

        return path;
    }

    /// <summary>The exercise that a folder's or an archive's name is of, by id or title; null where it is none's.</summary>
    public Exercise? ByAnyName(string folder)
    {
        var name = ArchiveKind.Stem(folder);
        return ById(name) ?? byKey.GetValueOrDefault(Key(name));
    }

    private static Exercise? Innermost(string path, Func<string, Exercise?> of)
    {
        for (var rest = path; rest.Length > 0; rest = TreePath.Folder(rest))
        {
            if (of(TreePath.Name(rest)) is { } exercise)
                return exercise;
        }

        return null;
    }

    private static IEnumerable<string> KeysOf(Exercise exercise)
    {
        var slug = Number().Replace(exercise.Id, "");
        var number = exercise.Id[..^slug.Length];
        foreach (var name in (string[])[slug, exercise.Title.En, exercise.Title.Zh])
        {
            yield return name;
            yield return number + name;
            yield return number.TrimStart('0') + name;
        }
    }

    // Letters and digits are what a name keeps through all ways of writing and packing it.
    private static string Key(string name) =>
        string.Concat(Prefix().Replace(Addition().Replace(name.Trim(), ""), "").Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"^\d+[-_. ]*")]
    private static partial Regex Number();

    // What browsers, file managers and repositories add.
    [GeneratedRegex(@"(\s*\(\d+\)|\s*-?\s*(copy|kopie|copie|副本|複製)|-(main|master))+$", RegexOptions.IgnoreCase)]
    private static partial Regex Addition();

    [GeneratedRegex(@"^(exercise|ex|task|lab|练习|作业|实验|第)[-_. ]*", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();
}
