using System.Text;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Hosting.Processes;

/// <summary>A hand-in's own folder on the disk: the sockets that its hosts connect to, and its programs.</summary>
/// <remarks>
/// Who holds its lock uses it; one that nobody holds was left by a grader that was killed, and the next grader removes it. What says in
/// its lock that it is such a folder, by its own name, was made here: any other is somebody else's, whatever it is called.
/// </remarks>
internal sealed class HandInFolder
{
    private const string Prefix = "kit-";
    private const string LockName = "lock";

    private readonly FileStream held;

    private HandInFolder(string path)
    {
        Path = path;
        Programs = Directory.CreateDirectory(ProgramsIn(path)).FullName;
        held = Claim(path);
    }

    /// <summary>The folder: sockets are made here.</summary>
    public string Path { get; }

    /// <summary>Where its programs are put.</summary>
    public string Programs { get; }

    /// <summary>Where a hand-in's folder has its programs.</summary>
    public static string ProgramsIn(string folder) => System.IO.Path.Combine(folder, "programs");

    /// <summary>Makes it, and removes those that killed graders have left.</summary>
    /// <exception cref="GraderFaultException">The disk is full, or nobody may write there.</exception>
    public static HandInFolder Create()
    {
        try
        {
            RemoveLeftBehind();
            return new HandInFolder(SocketFolder.Create(Prefix).FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GraderFaultException($"No folder for the hand-in could be made in {SocketFolder.Root}: {e.Message.TrimEnd('.')}. Make room there, or name another folder in TMPDIR.", e);
        }
    }

    /// <summary>Removes it with all that is in it.</summary>
    public void Delete()
    {
        // Windows removes no file that somebody has open; elsewhere nobody may take the folder for one that was left behind.
        if (OperatingSystem.IsWindows())
            held.Dispose();
        Directory.Delete(Path, recursive: true);
        held.Dispose();
    }

    private static void RemoveLeftBehind()
    {
        foreach (var folder in Directory.GetDirectories(SocketFolder.Root, $"{Prefix}*").Where(f => File.Exists(System.IO.Path.Combine(f, LockName))))
        {
            try
            {
                using var abandoned = Lock(System.IO.Path.Combine(folder, LockName), FileMode.Open);
                if (!IsMarked(abandoned, folder))
                    continue;
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody grades there, is just removing it, or it is another user's.
            }
        }
    }

    // On Unix a file is made first and locked after it: under its name it could be taken for one that nobody holds.
    private static FileStream Claim(string folder)
    {
        var name = System.IO.Path.Combine(folder, LockName);
        if (OperatingSystem.IsWindows())
            return Marked(Lock(name, FileMode.CreateNew), folder);
        var unnamed = System.IO.Path.Combine(folder, "unnamed");
        var claimed = Marked(Lock(unnamed, FileMode.CreateNew), folder);
        File.Move(unnamed, name);
        return claimed;
    }

    private static FileStream Marked(FileStream claimed, string folder)
    {
        claimed.Write(MarkOf(folder));
        claimed.Flush();
        return claimed;
    }

    private static bool IsMarked(FileStream claimed, string folder)
    {
        var mark = MarkOf(folder);
        var found = new byte[mark.Length];
        return claimed.Length == mark.Length && claimed.ReadAtLeast(found, mark.Length, throwOnEndOfStream: false) == mark.Length && found.AsSpan().SequenceEqual(mark);
    }

    private static byte[] MarkOf(string folder) =>
        Encoding.UTF8.GetBytes($"ExerciseKit made the folder {System.IO.Path.GetFileName(folder)} for a hand-in, and removes it when nobody holds this file.\n");

    private static FileStream Lock(string file, FileMode mode) => new(file, mode, FileAccess.ReadWrite, FileShare.None);
}
