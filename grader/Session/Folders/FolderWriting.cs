using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Session.Folders;

/// <summary>Makes a student's folder, and brings a newer course into it. Nothing that a student wrote is ever changed.</summary>
/// <param name="course">The course, as the tool has it.</param>
/// <param name="toolFolder">Where the tool's assemblies lie.</param>
public sealed class FolderWriting(ExerciseCatalog course, string toolFolder)
{
    private const string Beside = ".new";

    /// <summary>Writes what is missing, replaces what is as kit wrote it, and leaves the rest.</summary>
    /// <param name="folder">The folder; it is made when it is not there.</param>
    /// <param name="language">The sheets' language; null for the one that they are in already, else English.</param>
    /// <returns>What became of each file, in order of the paths.</returns>
    /// <exception cref="BadInputException">The folder can't be written to.</exception>
    public IReadOnlyList<FolderChange> Write(StudentFolder folder, Language? language)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var record = FolderRecord.Read(folder);
        var spoken = language ?? record.Language ?? Language.English;
        var hashes = new Dictionary<string, string>(record.Hashes);
        var changes = new List<FolderChange>();
        TryMake(folder.Root);
        foreach (var file in CourseFiles.Of(course, spoken).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            changes.Add(new FolderChange(file.Path, Write(folder, file, record.Hashes.GetValueOrDefault(file.Path))));
            hashes[file.Path] = file.Hash;
        }

        SafeFile.Write(FolderRecord.PathIn(folder), new FolderRecord(spoken, hashes).Text());
        ToolReference.Write(folder, toolFolder);
        return changes;
    }

    private static FileFate Write(StudentFolder folder, CourseFile file, string? written)
    {
        var path = Path.Combine(folder.Root, file.Path);
        // A folder or a link in its place is somebody's doing, too.
        if (!Path.Exists(path) && new FileInfo(path).LinkTarget is null)
        {
            SafeFile.Write(path, file.Content);
            return FileFate.Written;
        }

        var present = HashOf(path);
        if (present == file.Hash)
            return FileFate.Same;
        if (present is not null && present == written)
        {
            SafeFile.Write(path, file.Content);
            return FileFate.Renewed;
        }

        // What the kit has was offered before, or is a stub that was filled in: there is nothing new in it.
        if (written is null || written == file.Hash || file.IsStudents)
            return FileFate.Kept;
        SafeFile.Write(path + Beside, file.Content);
        return FileFate.KeptBesideNewer;
    }

    // Null for what is no file that can be read.
    private static string? HashOf(string path)
    {
        try
        {
            return new FileInfo(path) is { LinkTarget: null, Exists: true } file && file.Length < 1 << 20 ? CourseFile.HashOf(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void TryMake(string root)
    {
        try
        {
            Directory.CreateDirectory(root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SafeFile.CannotWrite(root, e);
        }
    }
}
