using ExerciseKit.Classes.HandIns;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Classes.Layouts;

/// <summary>Finds the hand-ins in a folder, as the systems that take them lay it out.</summary>
public static class DownloadFolder
{
    private const int ToldNames = 8;

    /// <summary>Reads a folder. What each entry is its name says, so that several systems' downloads may lie side by side.</summary>
    /// <exception cref="BadInputException">It is not there, or holds no hand-in.</exception>
    public static Download Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException(File.Exists(folder) ? $"{folder} is a file. Unpack it, and name the folder that holds all hand-ins." : $"{folder} is not there. Name the folder that holds all hand-ins.");
        try
        {
            return ReadEntries(Path.GetFullPath(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder} can't be read: {e.Message} Give yourself the right to read it.");
        }
    }

    private static Download ReadEntries(string folder)
    {
        var entries = Entry.In(folder);
        // A download that was unpacked into a folder of its own.
        while (entries is [{ IsFolder: true, IsClone: false } only] && !MoodleLayout.Is(only) && Entry.In(only.Path) is var inner && HoldsHandIns(inner))
            entries = inner;
        var rest = entries.ToList();
        var handIns = new List<HandIn>();
        if (Take(rest, e => e.Name == GradescopeLayout.Metadata) is [var metadata])
            handIns.AddRange(GradescopeLayout.Read(metadata, Take(rest, GradescopeLayout.Is)));
        handIns.AddRange(MoodleLayout.Read(Take(rest, MoodleLayout.Is)));
        handIns.AddRange(CanvasLayout.Read(Take(rest, CanvasLayout.Is)));
        handIns.AddRange(CloneLayout.Read(Take(rest, e => e.IsClone)));
        handIns.AddRange(PlainLayout.Read(Take(rest, PlainLayout.Is)));
        if (handIns.Count == 0)
            throw new BadInputException($"{folder} holds no hand-in: no folder, archive or .cs file.{(rest.Count > 0 ? $" What lies there: {Names(rest)}." : "")} Name the folder that holds all hand-ins.");
        return new Download([.. handIns.OrderBy(h => h.Place, StringComparer.Ordinal)], rest.Count == 0 ? [] : [$"No hand-in, and not looked at: {Names(rest)}."]);
    }

    private static bool HoldsHandIns(IReadOnlyList<Entry> entries) =>
        entries.Any(e => e.Name == GradescopeLayout.Metadata || e.IsClone || MoodleLayout.Is(e) || CanvasLayout.Is(e)) || (entries.Count > 1 && entries.All(e => e.IsArchive));

    private static List<Entry> Take(List<Entry> from, Predicate<Entry> which)
    {
        var taken = from.FindAll(which);
        from.RemoveAll(which);
        return taken;
    }

    private static string Names(List<Entry> entries) =>
        string.Join(", ", entries.Take(ToldNames).Select(e => e.Name)) + (entries.Count > ToldNames ? $" and {entries.Count - ToldNames} more" : "");
}
