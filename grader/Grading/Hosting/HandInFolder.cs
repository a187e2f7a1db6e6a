namespace ExerciseKit.Grading.Hosting;

/// <summary>A hand-in's own folder on the disk: the sockets that its hosts connect to, and its programs.</summary>
internal sealed class HandInFolder
{
    private HandInFolder(string path)
    {
        Path = path;
        Programs = Directory.CreateDirectory(System.IO.Path.Combine(path, "programs")).FullName;
    }

    /// <summary>The folder: sockets are made here.</summary>
    public string Path { get; }

    /// <summary>Where its programs are put.</summary>
    public string Programs { get; }

    /// <summary>Makes it.</summary>
    /// <exception cref="GraderFaultException">The disk is full, or nobody may write there.</exception>
    public static HandInFolder Create()
    {
        try
        {
            return new HandInFolder(Directory.CreateTempSubdirectory("kit-").FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GraderFaultException($"No folder for the hand-in could be made in {System.IO.Path.GetTempPath()}: {e.Message} Make room there, or name another folder in TMPDIR.", e);
        }
    }

    /// <summary>Removes it with all that is in it.</summary>
    public void Delete() => Directory.Delete(Path, recursive: true);
}
