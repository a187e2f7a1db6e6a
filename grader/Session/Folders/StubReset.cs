using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Session.Folders;

/// <summary>Puts an exercise's stub back, and keeps what stood there beside it.</summary>
public static class StubReset
{
    /// <summary>Does it for each of the exercise's files that is not its stub already.</summary>
    /// <returns>The files, and where what stood there is now: null where nothing did.</returns>
    /// <exception cref="BadInputException">The folder can't be written to.</exception>
    public static IReadOnlyList<(string File, string? Kept)> Reset(StudentFolder folder, Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(exercise);
        var done = new List<(string, string?)>();
        foreach (var stub in CourseFiles.Stubs(exercise))
        {
            var path = Path.Combine(folder.Root, stub.Path);
            if (File.Exists(path) && new FileInfo(path).LinkTarget is null && File.ReadAllBytes(path).AsSpan().SequenceEqual(stub.Content))
                continue;
            done.Add((path, Keep(path)));
            SafeFile.Write(path, stub.Content);
        }

        return done;
    }

    private static string? Keep(string path)
    {
        if (!Path.Exists(path) && new FileInfo(path).LinkTarget is null)
            return null;
        // Behind the whole name: a second .cs would be compiled, too.
        var kept = NumberedName.Free(path);
        try
        {
            if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
                Directory.Move(path, kept);
            else
                File.Move(path, kept);
            return kept;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new LocalizedText(
                $"{path} can't be put aside: {e.Message.TrimEnd('.')}. Nothing was changed; take the right to write in its folder, and try again.",
                $"无法把 {path} 移到一旁：{e.Message.TrimEnd('.')}。没有作任何改动；请取得该文件夹的写入权限后再试。"));
        }
    }
}
