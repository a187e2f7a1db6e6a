using System.Text;
using ExerciseKit.Contract;

namespace ExerciseKit.Session.Folders;

/// <summary>What kit wrote into a student's folder, by which it tells later what nobody has changed since. Without it every changed file counts as the student's.</summary>
/// <param name="Language">The sheets' language; null where nobody knows.</param>
/// <param name="Hashes">The hash of each file as kit wrote it last, by path.</param>
internal sealed record FolderRecord(Language? Language, IReadOnlyDictionary<string, string> Hashes)
{
    private const string LanguageWord = "language";

    public static FolderRecord None { get; } = new(null, new Dictionary<string, string>());

    public static string PathIn(StudentFolder folder) => Path.Combine(folder.KitFolder, "files");

    public static FolderRecord Read(StudentFolder folder)
    {
        try
        {
            return Parse(File.ReadAllLines(PathIn(folder)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Absent or unreadable: then nothing is known to be kit's own, and nothing is replaced.
            return None;
        }
    }

    public string Text()
    {
        var text = new StringBuilder("# What kit wrote here, and the SHA-256 of each file. `kit update` replaces those alone that are still so.\n");
        if (Language is { } language)
            text.Append($"{LanguageWord} {(language == Contract.Language.Chinese ? "zh" : "en")}\n");
        foreach (var (path, hash) in Hashes.OrderBy(h => h.Key, StringComparer.Ordinal))
            text.Append($"{hash}  {path}\n");
        return text.ToString();
    }

    private static FolderRecord Parse(string[] lines)
    {
        Language? language = null;
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Split(' ', 2) is not [var first, var rest] || first == "#")
                continue;
            if (first == LanguageWord)
                language = rest.Trim() == "zh" ? Contract.Language.Chinese : Contract.Language.English;
            else
                hashes[rest.Trim()] = first;
        }

        return new FolderRecord(language, hashes);
    }
}
