using System.Diagnostics;
using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Session.Watching;

/// <summary>An exercise's own program, run for real beside the session: it prints into the session, and ends with it.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly Process process;

    private ProgramRun(Process process) => this.process = process;

    /// <summary>Starts it.</summary>
    /// <param name="folder">The exercise's folder.</param>
    /// <param name="number">Which run it is.</param>
    /// <param name="post">Told what it prints, and how it ends.</param>
    public static ProgramRun Start(string folder, int number, Action<WatchEvent> post)
    {
        var start = new ProcessStartInfo(DotnetMuxer.Path, ["run", "--project", folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(folder)!,
        };
#pragma warning disable RS0030 // The student's own program, which the student ends by a key; it ends with this object at the latest.
        var run = new ProgramRun(Process.Start(start)!);
#pragma warning restore RS0030
        run.process.StandardInput.Close();
        run.process.OutputDataReceived += (_, e) => Tell(e.Data);
        run.process.ErrorDataReceived += (_, e) => Tell(e.Data);
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        _ = run.EndAsync(number, post);
        return run;

        void Tell(string? line)
        {
            if (line is not null)
                post(new LineCame(number, line));
        }
    }

    public void Dispose()
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has just ended by itself.
        }
    }

    private async Task EndAsync(int number, Action<WatchEvent> post)
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        post(new RunEnded(number, process.ExitCode));
        process.Dispose();
    }
}
