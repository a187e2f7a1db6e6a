using ExerciseKit.Classes.HandIns;

namespace ExerciseKit.Classes.Layouts;

/// <summary>A file or folder for each student, named after the student.</summary>
internal static class PlainLayout
{
    public static bool Is(Entry entry) => entry.IsFolder || entry.IsArchive || entry.IsSource;

    public static IEnumerable<HandIn> Read(IEnumerable<Entry> entries) =>
        entries.Select(e => new HandIn(e.Name, [new Student(e.Stem, e.Stem)]) { Path = e.Path });
}
