using System.Text;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>The names of an archive's entries: whatever packer wrote them, in one form.</summary>
internal static class EntryName
{
    private const int ShownChars = 120;

    /// <summary>A path in the archive: relative, with forward slashes, none at the end; empty for the top itself.</summary>
    /// <param name="archive">What the archive is called, with its kind, such as <c>The zip a.zip</c>.</param>
    /// <param name="name">The name as it was packed, its separators forward slashes.</param>
    /// <param name="limits">How deep it may lead.</param>
    /// <exception cref="BadInputException">It leads out of the archive, or deeper than is looked into.</exception>
    public static string Normalized(string archive, string name, SubmissionLimits limits)
    {
        if (name.StartsWith('/') || IsOnDrive(name))
            throw new BadInputException($"{archive} holds the absolute name \"{Shown(name)}\". Pack the folder, not the path to it.");
        var trimmed = name.TrimEnd('/');
        // Some packers put "./" before each name; it leads nowhere.
        var parts = trimmed.Split('/').Where(p => p != ".").ToList();
        if ((trimmed.Length > 0 && parts.Any(p => p is "" or "..")) || name.Any(char.IsControl))
            throw new BadInputException($"{archive} holds the name \"{Shown(name)}\", which leads elsewhere. Pack the hand-in again.");
        if (parts.Count > limits.MaxDepth)
            throw new BadInputException($"{archive} holds the name \"{Shown(name)}\", which lies in {parts.Count - 1} folders, where {limits.MaxDepth - 1} are the most. Pack the folder of the exercise alone.");
        return string.Join('/', parts);
    }

    /// <summary>Refuses a name too long to be looked at.</summary>
    /// <exception cref="BadInputException">It is.</exception>
    public static void CheckLength(string archive, int bytes, SubmissionLimits limits)
    {
        if (bytes > limits.MaxNameBytes)
            throw new BadInputException($"{archive} holds a name of {bytes} bytes, where {limits.MaxNameBytes} are the most. Give the folders and files in it shorter names and pack it again.");
    }

    /// <summary>A name that comes from a stranger, fit for a terminal.</summary>
    public static string Shown(string name)
    {
        var shown = string.Concat(name.EnumerateRunes().Select(r => Rune.IsControl(r) || Rune.GetUnicodeCategory(r) == System.Globalization.UnicodeCategory.Format ? "?" : r.ToString()));
        return shown.Length > ShownChars ? shown[..ShownChars] + "…" : shown;
    }

    // A letter and a colon are a drive where a path begins with it, not where a folder's name goes on.
    private static bool IsOnDrive(string name) => name.Length > 2 && char.IsAsciiLetter(name[0]) && name[1] == ':' && name[2] == '/';
}
