using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Barriers;

/// <summary>A place where some wait for the others. Python: <c>multiprocessing.Barrier</c>, whose states these are.</summary>
/// <param name="Participants">How many must arrive.</param>
/// <param name="Phase">What becomes of those who are there.</param>
/// <param name="Inside">Who has arrived and not gone yet, by name; the dead never go.</param>
internal sealed record BarrierState(int Participants, BarrierPhase Phase, EquatableArray<string> Inside) : ObjectState
{
    /// <summary>Whether new ones must wait until those of the round before have gone.</summary>
    public bool IsEmptying => Phase is BarrierPhase.Draining or BarrierPhase.Resetting;

    /// <summary>How many wait for more to come.</summary>
    public int Waiting => Phase == BarrierPhase.Filling ? Inside.Count : 0;

    /// <summary>The same barrier after one more has arrived; the last one opens it for the others, and is through itself.</summary>
    public BarrierState With(string agent)
    {
        if (Inside.Count + 1 < Participants)
            return this with { Inside = Sorted(Inside.Append(agent)) };
        return Inside.Count == 0 ? this : this with { Phase = BarrierPhase.Draining };
    }

    /// <summary>The same barrier after one has gone; the last one leaves it as it was at first, unless it is broken.</summary>
    public BarrierState Without(string agent)
    {
        var left = Inside.Where(a => a != agent).ToEquatableArray();
        return this with { Inside = left, Phase = left.Count == 0 && IsEmptying ? BarrierPhase.Filling : Phase };
    }

    public BarrierState Broken() => this with { Phase = BarrierPhase.Broken };

    /// <summary>The same barrier reset: who waits is to fail, and when all have gone it is whole. One that lets all pass just now does so.</summary>
    public BarrierState Reset()
    {
        if (Inside.Count == 0)
            return this with { Phase = BarrierPhase.Filling };
        return Phase == BarrierPhase.Draining ? this : this with { Phase = BarrierPhase.Resetting };
    }

    public override ObjectKind? Kind => ObjectKind.Barrier;

    public override ObjectView View(string name, ViewBounds bounds)
    {
        var (inside, more) = bounds.Of(Inside);
        return new(name) { Most = Participants, Processes = inside, More = more, Text = Phase.ToString() };
    }

    internal override ObjectState Renamed(Func<string, string> agent) => this with { Inside = Sorted(Inside.Select(agent)) };

    private static EquatableArray<string> Sorted(IEnumerable<string> agents) => agents.Order(StringComparer.Ordinal).ToEquatableArray();
}

/// <summary>What a barrier does with those who are at it.</summary>
internal enum BarrierPhase
{
    /// <summary>They wait for more.</summary>
    Filling,

    /// <summary>All have come: they pass.</summary>
    Draining,

    /// <summary>It was reset: they fail, and then it is whole.</summary>
    Resetting,

    /// <summary>They fail, and so does whoever comes.</summary>
    Broken,
}
