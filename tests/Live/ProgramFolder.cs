using System.Diagnostics;
using System.Text.Json;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Multiprocessing;
using ExerciseKit.Tests.Host;
using Microsoft.CodeAnalysis;

namespace ExerciseKit.Tests.Live;

/// <summary>A program compiled as a student's build would leave it, the kit beside it, to be started by hand as often as one likes.</summary>
internal sealed class ProgramFolder : IDisposable
{
    private readonly StudentAssembly assembly;

    public ProgramFolder(string source)
    {
        assembly = new StudentAssembly(source, OutputKind.ConsoleApplication);
        foreach (var kit in (string[])["ExerciseKit.Multiprocessing.dll", "ExerciseKit.Contract.dll"])
            File.Copy(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(ChildProcess).Assembly.Location)!, kit), System.IO.Path.Combine(Path, kit));
        File.WriteAllText(System.IO.Path.ChangeExtension(assembly.Location, ".runtimeconfig.json"), JsonSerializer.Serialize(new
        {
            runtimeOptions = new { tfm = "net10.0", framework = new { name = "Microsoft.NETCore.App", version = Environment.Version.ToString() } },
        }));
    }

    public string Path => assembly.Folder;

    /// <summary>Starts it, with both of its streams redirected.</summary>
    /// <param name="host">The host's assembly, for its child processes.</param>
    /// <param name="temporary">Where the kit keeps its sockets; null for the machine's own place.</param>
    /// <param name="arguments">What the program is given.</param>
    public Process Start(string host, string? temporary = null, IEnumerable<string>? arguments = null)
    {
        var start = new ProcessStartInfo(DotnetMuxer.Path, [assembly.Location, .. arguments ?? []])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path,
            Environment = { ["EXERCISEKIT_HOST"] = host, ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        if (temporary is not null)
            start.Environment["TMPDIR"] = temporary;
        return Process.Start(start)!;
    }

    public void Dispose() => assembly.Dispose();
}
