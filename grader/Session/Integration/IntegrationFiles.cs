using System.Reflection;
using System.Text;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Session.Integration;

/// <summary>The files by which other systems run the kit: they work as they are written.</summary>
public static class IntegrationFiles
{
    private const string Prefix = "integration/";
    private const string Dot = "dot-";
    private const string Version = "{{version}}";
    private const string Beside = ".new";

    private static readonly string[] Executable = ["setup.sh", "run_autograder", "run.sh"];

    /// <summary>The systems.</summary>
    public static IReadOnlyList<string> Systems { get; } =
        [.. Names().Select(n => n[Prefix.Length..].Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Writes a system's files into a folder. One that is there and was changed stays, and the new one stands beside it.</summary>
    /// <param name="system">One of <see cref="Systems"/>.</param>
    /// <param name="folder">The folder; it is made when it is not there.</param>
    /// <param name="kitVersion">The version of the kit that they install.</param>
    /// <exception cref="BadInputException">The folder can't be written to.</exception>
    public static IReadOnlyList<FolderChange> Write(string system, string folder, string kitVersion)
    {
        var changes = new List<FolderChange>();
        foreach (var name in Names().Where(n => n.StartsWith($"{Prefix}{system}/", StringComparison.Ordinal)))
        {
            var path = string.Join('/', name[(Prefix.Length + system.Length + 1)..].Split('/').Select(part => part.StartsWith(Dot, StringComparison.Ordinal) ? "." + part[Dot.Length..] : part));
            changes.Add(new FolderChange(path, Write(Path.Combine(folder, path), Text(name).Replace(Version, kitVersion, StringComparison.Ordinal))));
        }

        return changes;
    }

    private static FileFate Write(string path, string text)
    {
        var fate = !File.Exists(path) ? FileFate.Written : File.ReadAllText(path) == text ? FileFate.Same : FileFate.KeptBesideNewer;
        if (fate == FileFate.Same)
            return fate;
        var written = fate == FileFate.Written ? path : path + Beside;
        SafeFile.Write(written, text);
        if (!OperatingSystem.IsWindows() && Executable.Contains(Path.GetFileName(path)))
            File.SetUnixFileMode(written, File.GetUnixFileMode(written) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return fate;
    }

    private static IEnumerable<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
