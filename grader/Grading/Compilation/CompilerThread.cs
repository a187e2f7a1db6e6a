using System.Runtime.ExceptionServices;

namespace ExerciseKit.Grading.Compilation;

/// <summary>Runs the compiler where it has room to nest, and gives up on it once it has computed beyond a bound.</summary>
internal static class CompilerThread
{
    // Pages of it that are never touched cost nothing.
    private const int StackBytes = 256 << 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>What the work gave; null when it was not done within the bound.</summary>
    /// <param name="bound">Processor time of this process for each of the machine's cores, since others may compute in it meanwhile. How long the work took says nothing on a busy machine.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <remarks>A compiler that does not look at its token in time is left behind: nothing can stop it but the end of this process.</remarks>
    public static T? Run<T>(Func<CancellationToken, T> work, TimeSpan bound, CancellationToken cancellation)
        where T : class =>
        Run(work, bound, () => Environment.CpuUsage.TotalTime / Environment.ProcessorCount, cancellation);

    /// <inheritdoc cref="Run{T}(Func{CancellationToken, T}, TimeSpan, CancellationToken)"/>
    /// <param name="spent">The processor time that has been spent so far, a core.</param>
    internal static T? Run<T>(Func<CancellationToken, T> work, TimeSpan bound, Func<TimeSpan> spent, CancellationToken cancellation)
        where T : class
    {
        var before = spent();
        var look = bound < LookEvery ? bound : LookEvery;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var token = stop.Token;
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(
            () =>
            {
                try
                {
                    done.SetResult(work(token));
                }
                catch (Exception e)
                {
                    done.SetException(e);
                }
            },
            StackBytes)
        { IsBackground = true, Name = "compiler" }.Start();
        try
        {
            var isDone = false;
            while (!isDone)
            {
                isDone = done.Task.Wait(look, cancellation);
                // Asked also of one that is done: whether a look came in time must not decide.
                if (spent() - before <= bound)
                    continue;
                stop.Cancel();
                return null;
            }
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
        }

        return done.Task.Result;
    }
}
