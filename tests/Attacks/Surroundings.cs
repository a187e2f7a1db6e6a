using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Tests.Attacks;

/// <summary>What lies around an attack that it must not reach: another hand-in, the result, a port, the environment. It tells what was reached.</summary>
internal sealed class Surroundings : IDisposable
{
    /// <summary>An environment variable of the grader's.</summary>
    public const string Variable = "KIT_ATTACK_SECRET";

    /// <summary>The key of the shared memory, and a part of the name of whatever else an attack leaves behind.</summary>
    private const string SharedMemoryKey = "1802073137";

    private readonly string secret = $"secret-{Guid.NewGuid():N}";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("attack-");
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string nameWithoutPath = $"kit-attack-{Guid.NewGuid():N}";
    private readonly Socket listenerWithoutPath = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly IReadOnlyList<string> before;
    private readonly IReadOnlyList<(string What, DateTime Written)> lay = [.. Lying()];
    private readonly string stateBefore;

    public Surroundings()
    {
        HandIn = folder.CreateSubdirectory("hand-in").FullName;
        Result = Path.Combine(folder.CreateSubdirectory("results").FullName, "result.json");
        Other = Path.Combine(folder.CreateSubdirectory("other-hand-in").FullName, "Spawn.cs");
        File.WriteAllText(Other, secret);
        Environment.SetEnvironmentVariable(Variable, secret);
        listener.Start();
        listenerWithoutPath.Bind(new UnixDomainSocketEndPoint($"\0{nameWithoutPath}"));
        listenerWithoutPath.Listen();
        before = Listing();
        stateBefore = State();
    }

    /// <summary>The attack's own folder.</summary>
    public string HandIn { get; }

    /// <summary>Where the grader writes its result.</summary>
    public string Result { get; }

    /// <summary>Another student's file.</summary>
    public string Other { get; }

    /// <summary>Puts a file of the attack's into its folder, with the places that it is after filled in.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text
        .Replace("{{repository}}", Repository.Root, StringComparison.Ordinal)
        .Replace("{{result}}", Result, StringComparison.Ordinal)
        .Replace("{{other}}", Other, StringComparison.Ordinal)
        .Replace("{{hand-in}}", HandIn, StringComparison.Ordinal)
        .Replace("{{temporary}}", Path.TrimEndingDirectorySeparator(Path.GetTempPath()), StringComparison.Ordinal)
        .Replace("{{runtime}}", DotnetMuxer.Path, StringComparison.Ordinal)
        .Replace("{{grader}}", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{{abstract}}", nameWithoutPath, StringComparison.Ordinal)
        .Replace("{{port}}", ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(HandIn, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>What was reached, read or written.</summary>
    /// <param name="told">All that was said of the attack.</param>
    public IEnumerable<string> Reached(string told)
    {
        if (told.Contains(secret, StringComparison.Ordinal))
            yield return "the secret was told";
        if (told.Contains("escaped:", StringComparison.Ordinal))
            yield return told[told.IndexOf("escaped:", StringComparison.Ordinal)..].Split('\n')[0];
        if (!File.Exists(Other) || File.ReadAllText(Other) != secret)
            yield return "another hand-in was changed";
        else if (State() != stateBefore)
            yield return $"another hand-in's permissions or times were changed from {stateBefore} to {State()}";
        if (listener.Pending())
            yield return "a port of this machine was connected to";
        if (listenerWithoutPath.Poll(0, SelectMode.SelectRead))
            yield return "a socket without a path was connected to";
        if (File.Exists(Result) && JsonNode.Parse(File.ReadAllText(Result))!["score"]!.GetValue<int>() != 0)
            yield return "the result was changed";
        foreach (var path in Listing().Except(before).Where(p => p != Result && !p.StartsWith(HandIn, StringComparison.Ordinal)))
            yield return $"{path} was written";
    }

    /// <summary>What was left behind that is no process and lies in no folder of the kit's. What lay there before is another run's.</summary>
    public IEnumerable<string> Left() => Lying().Except(lay).Select(l => l.What);

    private static IEnumerable<(string What, DateTime Written)> Lying()
    {
        if (File.Exists("/proc/sysvipc/shm") && File.ReadLines("/proc/sysvipc/shm").Any(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0] == SharedMemoryKey))
            yield return ("a segment of shared memory", default);
        foreach (var place in (string[])["/dev/shm", "/tmp", "/var/tmp"])
        {
            if (Directory.Exists(place))
            {
                foreach (var path in Directory.EnumerateFileSystemEntries(place, "kit-attack*"))
                    yield return (path, File.GetLastWriteTimeUtc(path));
            }
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        listenerWithoutPath.Dispose();
        Environment.SetEnvironmentVariable(Variable, null);
        folder.Delete(recursive: true);
    }

    private string State() => OperatingSystem.IsWindows() ? "" : $"{File.GetUnixFileMode(Other)} {File.GetLastWriteTimeUtc(Other):O}";

    private List<string> Listing() => [.. Directory.EnumerateFileSystemEntries(folder.FullName, "*", SearchOption.AllDirectories)];
}
