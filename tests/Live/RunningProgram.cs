using System.Diagnostics;
using ExerciseKit.Tests.Host;

namespace ExerciseKit.Tests.Live;

/// <summary>A program started by hand, as a student starts one: real processes, the real clock.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly ProgramFolder program;
    private readonly Task<string> errors;

    /// <param name="source">The program.</param>
    /// <param name="temporary">Its temporary folder, in its own; empty for its own.</param>
    public RunningProgram(string source, string temporary = "")
    {
        program = new ProgramFolder(source);
        Process = program.Start(WarmHost.Assembly, Directory.CreateDirectory(Path.Combine(program.Path, temporary)).FullName);
        errors = Process.StandardError.ReadToEndAsync();
    }

    public Process Process { get; }

    /// <summary>What the kit left in its temporary folder.</summary>
    public string[] Leftovers => Directory.GetFileSystemEntries(program.Path, "exercisekit-*");

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
