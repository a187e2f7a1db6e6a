using System.Runtime.ExceptionServices;

namespace ExerciseKit.Grading.Compilation;

/// <summary>Runs the compiler where it has room to nest, and gives up on it after a bound.</summary>
internal static class CompilerThread
{
    // Pages of it that are never touched cost nothing.
    private const int StackBytes = 256 << 20;

    /// <summary>What the work gave; null when it was not done within the bound.</summary>
    /// <remarks>A compiler that does not look at its token in time is left behind: nothing can stop it but the end of this process.</remarks>
    public static T? Run<T>(Func<CancellationToken, T> work, TimeSpan bound, CancellationToken cancellation)
        where T : class
    {
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
            if (!done.Task.Wait(bound, cancellation))
            {
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
