using System.Collections.Concurrent;

namespace ExerciseKit.Service.Work;

/// <summary>What this process grades, or is about to claim.</summary>
internal sealed class HeldGradings
{
    private readonly ConcurrentDictionary<Guid, Holding> held = new();

    /// <summary>All, claimed or not.</summary>
    public IReadOnlyList<Guid> Ids => [.. held.Keys];

    /// <summary>Those whose claim was answered.</summary>
    public IReadOnlyList<Guid> Claimed => [.. held.Where(h => h.Value.IsClaimed).Select(h => h.Key)];

    /// <summary>Notes one; null where it is noted already, as when a job comes twice.</summary>
    /// <remarks>Before it is claimed, so that a claim that just came is not taken for one whose answer was lost.</remarks>
    public Holding? TryHold(Guid grading)
    {
        var holding = new Holding(this, grading);
        return held.TryAdd(grading, holding) ? holding : null;
    }

    /// <summary>Ends the grading of what is another's now.</summary>
    public void Lose(Guid grading)
    {
        if (held.TryGetValue(grading, out var holding))
            holding.Lose();
    }

    /// <summary>That one is held.</summary>
    internal sealed class Holding(HeldGradings all, Guid grading) : IDisposable
    {
        // Never disposed of: it has no timer, and may be cancelled while it goes.
        private readonly CancellationTokenSource lost = new();
        private volatile bool isClaimed;

        /// <summary>Tells when it is lost.</summary>
        public CancellationToken Lost => lost.Token;

        public bool IsClaimed
        {
            get => isClaimed;
            set => isClaimed = value;
        }

        public void Lose() => lost.Cancel();

        public void Dispose() => all.held.TryRemove(grading, out _);
    }
}
