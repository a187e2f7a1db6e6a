namespace ExerciseKit.Session.Watching;

/// <summary>Tells mounts on which changes made elsewhere raise no event here.</summary>
internal static class MountKind
{
    private static readonly string[] Deaf = ["9p", "nfs", "nfs4", "cifs", "smb3", "smbfs", "drvfs", "vboxsf", "vmhgfs", "virtiofs", "prl_fs", "afs", "ceph"];

    /// <summary>Whether changes in a folder may come without an event, by the system's table of mounts.</summary>
    /// <param name="folder">A full path.</param>
    /// <param name="mounts">The lines of <c>/proc/self/mounts</c>: device, mount point, kind, …</param>
    public static bool IsDeaf(string folder, IEnumerable<string> mounts)
    {
        var kind = mounts
            .Select(line => line.Split(' '))
            .Where(parts => parts.Length > 2 && Holds(Unescaped(parts[1]), folder))
            .MaxBy(parts => parts[1].Length)?[2] ?? "";
        return Deaf.Contains(kind) || kind.StartsWith("fuse", StringComparison.Ordinal);
    }

    /// <summary>The same by this machine's own table; false where it has none.</summary>
    public static bool IsDeaf(string folder)
    {
        try
        {
            return File.Exists("/proc/self/mounts") && IsDeaf(folder, File.ReadAllLines("/proc/self/mounts"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Holds(string mount, string folder) =>
        mount == "/" || folder == mount || folder.StartsWith(mount + "/", StringComparison.Ordinal);

    // As the kernel writes a blank.
    private static string Unescaped(string path) => path.Replace("\\040", " ", StringComparison.Ordinal);
}
