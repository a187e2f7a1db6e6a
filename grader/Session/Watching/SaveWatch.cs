namespace ExerciseKit.Session.Watching;

/// <summary>Tells when an exercise's sources were saved. What counts is what lies on the disk; events only say when to look.</summary>
/// <remarks>So nothing is missed: where events are lost or never come, the looks that are made without one find the change, and from then on are made more often.</remarks>
internal sealed class SaveWatch : IDisposable
{
    /// <summary>How often it is looked without an event where events come, and where they don't.</summary>
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan QuickLook = TimeSpan.FromMilliseconds(150);

    /// <summary>An editor writes a file in several steps, or several files: so long nothing must happen before it counts as saved.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(30);

    /// <summary>Who writes without end is graded all the same.</summary>
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMilliseconds(500);

    private readonly string folder;
    private readonly Action saved;
    private readonly Action<bool> polls;
    private readonly SemaphoreSlim hint = new(0);
    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private FileSystemWatcher? events;
    private SourceSnapshot seen;

    /// <summary>Begins to watch.</summary>
    /// <param name="folder">The exercise's folder; it may come and go.</param>
    /// <param name="saved">Told of each save.</param>
    /// <param name="polls">Told whether it is looked without events, at first and whenever that changes.</param>
    public SaveWatch(string folder, Action saved, Action<bool> polls)
    {
        (this.folder, this.saved, this.polls) = (folder, saved, polls);
        seen = SourceSnapshot.Of(folder);
        IsPolling = MountKind.IsDeaf(folder) || !TryListen();
        polls(IsPolling);
        Watching = Task.Run(() => WatchAsync(ending.Token));
    }

    /// <summary>Whether no events are relied on.</summary>
    public bool IsPolling { get; private set; }

    /// <summary>Ends with the watch.</summary>
    internal Task Watching { get; }

    public void Dispose()
    {
        ending.Cancel();
        lock (gate)
            events?.Dispose();
    }

    /// <summary>Loses the events, as a system does that has too many of them.</summary>
    internal void LoseEvents()
    {
        lock (gate)
            events?.Dispose();
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var isByEvent = await hint.WaitAsync(IsPolling ? QuickLook : SlowLook, cancellation).ConfigureAwait(false);
                var now = SourceSnapshot.Of(folder);
                if (now == seen)
                {
                    if (!IsPolling && !Directory.Exists(folder))
                        Poll();
                    continue;
                }

                seen = await SettledAsync(now, cancellation).ConfigureAwait(false);
                // A change that no event told of, nor tells of late: it will not be the last.
                if (!TakeHints() && !isByEvent && !IsPolling)
                    Poll();
                saved();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nobody wants to know any more.
        }
    }

    private async Task<SourceSnapshot> SettledAsync(SourceSnapshot now, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < LongestBurst; waited += Quiet)
        {
            await Task.Delay(Quiet, cancellation).ConfigureAwait(false);
            var later = SourceSnapshot.Of(folder);
            if (later == now)
                break;
            now = later;
        }

        return now;
    }

    // Events of what has been looked at just now.
    private bool TakeHints()
    {
        var any = false;
        while (hint.Wait(0, CancellationToken.None))
            any = true;
        return any;
    }

    private void Poll()
    {
        IsPolling = true;
        polls(true);
    }

    private bool TryListen()
    {
        try
        {
            var watcher = new FileSystemWatcher(folder, "*.cs") { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime };
            watcher.Changed += (_, _) => hint.Release();
            watcher.Created += (_, _) => hint.Release();
            watcher.Deleted += (_, _) => hint.Release();
            watcher.Renamed += (_, _) => hint.Release();
            watcher.Error += (_, _) => Poll();
            watcher.EnableRaisingEvents = true;
            events = watcher;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            // The folder is not there, or the system has no more watches to give.
            return false;
        }
    }
}
