using System.Collections.Concurrent;
using ExerciseKit.Session.Watching;

namespace ExerciseKit.Tests.Session.Watching;

/// <summary>A watch session on a thread of its own, and all that it has shown.</summary>
internal sealed class RunningSession : IWatchScreen, IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);

    private readonly ConcurrentQueue<WatchState> shown = [];
    private readonly SemaphoreSlim more = new(0);

    public RunningSession(CourseFolder student, string? first)
    {
        Session = new WatchSession(student.Place, student.Book(), this, first is null ? null : student.Course.Find(first));
        Ended = Task.Factory.StartNew(Session.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public WatchSession Session { get; }

    public Task Ended { get; }

    public int PageLines => 10;

    public IReadOnlyCollection<WatchState> Shown => shown;

    public void Show(WatchState state)
    {
        shown.Enqueue(state);
        more.Release();
    }

    public void Press(params int[] digits)
    {
        foreach (var digit in digits)
            Session.Press(WatchKey.None, digit);
    }

    /// <summary>Waits until the newest thing that is shown is so.</summary>
    public async Task<WatchState> Until(string what, Func<WatchState, bool> isSo)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (true)
        {
            if (shown.LastOrDefault() is { } last && isSo(last))
                return last;
            try
            {
                await more.WaitAsync(bound.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"This did not come: {what}. What was shown last: {shown.LastOrDefault()}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Session.End();
        await Ended;
        await Session.DisposeAsync();
    }
}
