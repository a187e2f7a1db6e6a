using System.Collections.Concurrent;
using System.Diagnostics;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>A thread that lives as long as this process, and starts sandboxes and hosts.</summary>
/// <remarks>They die with their parent, and to Linux that is the thread that started it: a pool's thread ends when it has nothing to do.</remarks>
internal static class LauncherThread
{
    private static readonly BlockingCollection<Action> Work = Begin();

    /// <summary>Starts a program from that thread.</summary>
    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
#pragma warning disable RS0030 // The one place of the grader that starts sandboxes and student processes; each is ended with its object, and dies with this process.
                started.SetResult(Process.Start(start)!);
#pragma warning restore RS0030
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> Begin()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
                action();
        })
        { IsBackground = true, Name = "sandbox launcher" }.Start();
        return work;
    }
}
