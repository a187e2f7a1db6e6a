using System.Text.Json.Nodes;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Attacks;

/// <summary>A kit of one exercise with tight limits, and the same with an allow-list that lets nearly everything through.</summary>
internal sealed class AttackedKit : IDisposable
{
    public const string ExerciseId = "01-spawn";
    public const string StudentFile = "Spawn.cs";

    /// <summary>What the first wall refuses, and what stands behind it must stop as well.</summary>
    private static readonly string[] LetThrough =
    [
        "System.IAsyncResult", "System.AsyncCallback", "System.GC", "System.Environment", "System.AppContext",
        "System.Environment::GetEnvironmentVariable", "System.Environment::GetEnvironmentVariables", "System.Environment::ProcessorCount",
        "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo", "System.ComponentModel.Win32Exception", "System.ComponentModel.Component",
        "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileInfo", "System.IO.FileSystemInfo",
        "System.IO.File::ReadAllBytes", "System.IO.File::WriteAllBytes", "System.IO.File::CreateSymbolicLink", "System.IO.File::SetUnixFileMode", "System.IO.File::SetLastWriteTimeUtc", "System.IO.UnixFileMode", "System.DateTime", "System.Action",
        "System.Net.*", "System.Net.Sockets.*",
        "System.Runtime.InteropServices.*",
        "System.Threading.Thread::.ctor", "System.Threading.Thread::Start", "System.Threading.ThreadStart", "System.Threading.ParameterizedThreadStart",
        "System.Threading.SemaphoreSlim",
    ];

    private readonly TemporaryFolder folder = new();

    public AttackedKit()
    {
        Make("walled", []);
        Make("open", LetThrough);
    }

    /// <summary>The kit's root, with the allow-list that every hand-in meets, or past it.</summary>
    public string Root(bool isPastTheList) => Path.Combine(folder.Path, isPastTheList ? "open" : "walled");

    /// <summary>Grades with the allow-list that every hand-in meets.</summary>
    /// <param name="demand">What stands behind it.</param>
    public Grader Walled(SandboxDemand demand) => new(Root(isPastTheList: false), new SearchBudget(), demand, SharedPreparers.All);

    /// <summary>Grades past the allow-list.</summary>
    /// <param name="demand">What stands behind it.</param>
    public Grader Open(SandboxDemand demand) => new(Root(isPastTheList: true), new SearchBudget(), demand, SharedPreparers.All);

    public void Dispose() => folder.Dispose();

    private void Make(string name, IEnumerable<string> allowed)
    {
        var exercises = Path.Combine(Repository.Root, "exercises");
        foreach (var path in Directory.GetFiles(exercises).Concat(Directory.GetFiles(Path.Combine(exercises, ExerciseId))))
            folder.Write(Path.Combine(name, "exercises", Path.GetRelativePath(exercises, path)), File.ReadAllText(path));
        var description = Path.Combine(name, "exercises", ExerciseId, "exercise.json");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, description)))!;
        json["allow"] = new JsonArray([.. allowed.Select(a => JsonValue.Create(a))]);
        json["limits"] = new JsonObject
        {
            ["maxProcesses"] = 14,
            ["maxOutputBytes"] = 100_000,
            ["maxMemoryBytes"] = 64 << 20,
            ["maxFileBytes"] = 100_000,
            ["maxProcessorSeconds"] = 1,
            ["maxLoopIterations"] = 1_000_000,
        };
        folder.Write(description, json.ToJsonString());
    }
}
