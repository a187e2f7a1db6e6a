using System.Diagnostics;

namespace ExerciseKit.Tests.Grading.Golden;

/// <summary>Processes that do nothing but use up processor time.</summary>
internal sealed class BusyLoops : IDisposable
{
    private readonly List<Process> loops = [];

    public BusyLoops(int count)
    {
        for (var i = 0; i < count; i++)
            loops.Add(Process.Start("/bin/sh", ["-c", "while :; do :; done"]));
    }

    public void Dispose()
    {
        foreach (var loop in loops)
        {
            loop.Kill();
            loop.WaitForExit();
            loop.Dispose();
        }
    }
}
