using System.Diagnostics;
using System.Text.Json;
using ExerciseKit.Multiprocessing;
using ExerciseKit.Tests.Host;
using Microsoft.CodeAnalysis;

namespace ExerciseKit.Tests.Live;

/// <summary>A program started by hand, as a student starts one: real processes, the real clock.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly StudentAssembly program;
    private readonly Task<string> errors;

    public RunningProgram(string source)
    {
        program = new StudentAssembly(source, OutputKind.ConsoleApplication);
        foreach (var kit in (string[])["ExerciseKit.Multiprocessing.dll", "ExerciseKit.Contract.dll"])
            File.Copy(Path.Combine(Path.GetDirectoryName(typeof(ChildProcess).Assembly.Location)!, kit), Path.Combine(program.Folder, kit));
        File.WriteAllText(Path.ChangeExtension(program.Location, ".runtimeconfig.json"), JsonSerializer.Serialize(new
        {
            runtimeOptions = new { tfm = "net10.0", framework = new { name = "Microsoft.NETCore.App", version = Environment.Version.ToString() } },
        }));
        var start = new ProcessStartInfo("dotnet", [program.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = program.Folder,
            Environment = { ["EXERCISEKIT_HOST"] = WarmHost.Assembly, ["TMPDIR"] = program.Folder, ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        Process = Process.Start(start)!;
        errors = Process.StandardError.ReadToEndAsync();
    }

    public Process Process { get; }

    /// <summary>What the kit left in its temporary folder.</summary>
    public string[] Leftovers => Directory.GetFileSystemEntries(program.Folder, "exercisekit-*");

    /// <summary>Runs a program to its end.</summary>
    public static (string Output, string Errors, int ExitCode) Run(string source)
    {
        using var program = new RunningProgram(source);
        var end = program.End();
        Assert.That(program.Leftovers, Is.Empty, "Sockets were left behind.");
        return end;
    }

    /// <summary>Waits for the end of the program and of every process that writes to its streams.</summary>
    public (string Output, string Errors, int ExitCode) End()
    {
        var output = Process.StandardOutput.ReadToEndAsync();
        Assert.That(Task.WaitAll([output, errors], Bound), Is.True, "A process of the program was still there.");
        Assert.That(Process.WaitForExit(Bound), Is.True);
        return (output.Result, errors.Result, Process.ExitCode);
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill();
        Process.WaitForExit(Bound);
        Process.Dispose();
        program.Dispose();
    }
}
