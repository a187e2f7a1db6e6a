namespace ExerciseKit.Service.Work;

/// <summary>How many hand-ins this process grades at once, whichever queue they come from.</summary>
internal sealed class Slots(WorkerSelf self) : IDisposable
{
    private readonly SemaphoreSlim free = new(self.Jobs);

    /// <summary>Waits for one.</summary>
    public async Task<Slot> TakeAsync(CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation).ConfigureAwait(false);
        return new Slot(free);
    }

    public void Dispose() => free.Dispose();

    /// <summary>One that is taken.</summary>
    internal readonly struct Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
