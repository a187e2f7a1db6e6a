using System.Diagnostics;

namespace ExerciseKit.Tests;

/// <summary>A temporary folder that this test and all processes that it starts use; it tells what they leave behind.</summary>
/// <remarks>
/// Every process that the kit starts keeps <c>TMPDIR</c>, so it marks them all, whoever their parent has become.
/// The variable is the whole test process's: tests that use this must not run beside others.
/// </remarks>
internal sealed class PrivateTemp : IDisposable
{
    /// <summary>The environment variable that names the temporary folder.</summary>
    public static readonly string Variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";

    private readonly string? before = System.Environment.GetEnvironmentVariable(Variable);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("private-");
    private readonly bool isForAll;

    /// <summary>A folder for this process and all that it starts.</summary>
    public PrivateTemp()
        : this(isForAll: true) => System.Environment.SetEnvironmentVariable(Variable, folder.FullName);

    private PrivateTemp(bool isForAll) => this.isForAll = isForAll;

    /// <summary>A folder for those processes only that are started with it; such tests may run beside others.</summary>
    public static PrivateTemp OfChildren() => new(isForAll: false);

    /// <summary>A folder below this one whose path has a number of characters; until it is disposed of, it is the temporary one.</summary>
    public IDisposable OfLength(int characters)
    {
        var path = Path;
        while (path.Length < characters)
            path = System.IO.Path.Combine(path, new string('d', Math.Min(100, characters - path.Length - 1)));
        Directory.CreateDirectory(path);
        System.Environment.SetEnvironmentVariable(Variable, path);
        return new Again(Path);
    }

    /// <summary>What a process is started with so that it has this folder.</summary>
    public Dictionary<string, string> Environment => new() { [Variable] = Path };

    /// <summary>The folder.</summary>
    public string Path => folder.FullName;

    /// <summary>The ids of the processes that were started with this folder and still live, this one and those that serve the next test apart. Linux alone tells; elsewhere none.</summary>
    public IReadOnlyList<int> Processes =>
        !OperatingSystem.IsLinux() ? [] : [.. Directory.GetDirectories("/proc")
            .Select(f => int.TryParse(System.IO.Path.GetFileName(f), out var id) ? id : 0)
            .Where(id => id > 0 && id != System.Environment.ProcessId && !SharedPreparers.Include(id) && Marked(id))];

    /// <summary>What lies in the folder that the kit or the runtime put there and should have taken away.</summary>
    /// <remarks>The runtime's own pipe for diagnostics goes with its process; one that was killed leaves it.</remarks>
    public IReadOnlyList<string> Files =>
        [.. folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(f => System.IO.Path.GetRelativePath(Path, f.FullName)).Where(f => !f.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) && !f.StartsWith("clr-debug-pipe-", StringComparison.Ordinal))];

    /// <summary>Waits until no process is left.</summary>
    /// <returns>Whether that came about before the bound.</returns>
    public bool AllEndWithin(TimeSpan bound)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < bound; Thread.Sleep(20))
        {
            if (Processes.Count == 0)
                return true;
        }

        return Processes.Count == 0;
    }

    /// <summary>The words of a process's command line; none when it has ended.</summary>
    public static IReadOnlyList<string> CommandLine(int id) => Words($"/proc/{id}/cmdline");

    public void Dispose()
    {
        if (isForAll)
            System.Environment.SetEnvironmentVariable(Variable, before);
        folder.Delete(recursive: true);
    }

    private sealed class Again(string path) : IDisposable
    {
        public void Dispose() => System.Environment.SetEnvironmentVariable(Variable, path);
    }

    private bool Marked(int id) => Words($"/proc/{id}/environ").Contains($"{Variable}={Path}");

    private static string[] Words(string file)
    {
        try
        {
            return File.ReadAllText(file).Split('\0');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended between the listing and the reading, or is another user's.
            return [];
        }
    }
}
