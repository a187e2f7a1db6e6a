using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Checks;

/// <summary>One sentence that must be true of all schedules of a scenario, or of some.</summary>
/// <param name="Statement">The sentence, as a result shows it: "at most 2 are inside".</param>
public abstract record Property(LocalizedText Statement)
{
    /// <summary>The tiers of time in which it must hold; by default both.</summary>
    public EquatableArray<Tier> Tiers { get; init; } = [Tier.Strict, Tier.Loose];

    /// <summary>The fold that this property is judged by.</summary>
    public abstract IObserver Observer { get; }

    /// <summary>The observer's value after an event.</summary>
    public object After(object value, KernelEvent happened) => value is Unreadable ? value : Judged(() => Observer.After(value, happened), unreadable => unreadable);

    /// <summary>Whether the observer's value breaks the sentence at once, whatever may follow; the finding in words, or null.</summary>
    public LocalizedText? BrokenBy(object value) => value is Unreadable met ? met.Finding : Judged(() => FindBroken(value), unreadable => unreadable.Finding);

    /// <summary>Whether the sentence is broken now that the program has ended; the finding in words, or null.</summary>
    public LocalizedText? BrokenAtEnd(object value, ProgramEnd end) =>
        value is Unreadable met ? met.Finding : Judged(() => FindBrokenAtEnd(value, end), unreadable => unreadable.Finding);

    /// <summary>Whether a schedule with this value is what <see cref="Sometimes{T}"/> looks for.</summary>
    public bool IsReachedBy(object value) => value is not Unreadable && Judged(() => Reaches(value), _ => false);

    /// <summary>What <see cref="BrokenBy"/> finds.</summary>
    protected virtual LocalizedText? FindBroken(object value) => null;

    /// <summary>What <see cref="BrokenAtEnd"/> finds.</summary>
    protected virtual LocalizedText? FindBrokenAtEnd(object value, ProgramEnd end) => null;

    /// <summary>What <see cref="IsReachedBy"/> tells.</summary>
    protected virtual bool Reaches(object value) => false;

    /// <summary>Whether one schedule that reaches it is enough, and none is the fault.</summary>
    public virtual bool IsExistential => false;

    /// <summary>Whether it is about how long the whole takes, and not about what comes of it.</summary>
    public bool IsOfTime { get; init; }

    /// <summary>The lines that the sentence speaks of, for telling near misses.</summary>
    public virtual IEnumerable<LinePattern> Lines => Observer.Patterns.OfType<LinePattern>();

    /// <summary>What a check meets is the student's, and so is what it stumbles over there.</summary>
    private static T Judged<T>(Func<T> judge, Func<Unreadable, T> stumbled)
    {
        try
        {
            return judge();
        }
        catch (TooMuchSeenException e)
        {
            return stumbled(new Unreadable(e.Text));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException or GraderFaultException))
        {
            return stumbled(new Unreadable(WhatStumbled($"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}")));
        }
    }

    private static LocalizedText WhatStumbled(string how) =>
        ($"what the program came to is nothing that could be judged ({how})", $"程序得出的东西无法评判（“{how}”）");

    /// <summary>In place of an observer's value, when it could make nothing of an event.</summary>
    private sealed record Unreadable(LocalizedText Finding);
}

/// <summary>In no schedule does <paramref name="Bad"/> ever hold.</summary>
public sealed record Never<T>(LocalizedText Statement, Observer<T> Of, Func<T, bool> Bad) : Property(Statement)
    where T : notnull
{
    public override IObserver Observer => Of;

    protected override LocalizedText? FindBroken(object value) => Bad((T)value) ? Of.Describe((T)value) : null;
}

/// <summary>In every schedule, <paramref name="Good"/> holds when the program has ended.</summary>
/// <param name="Finding">What was found instead, in words; null for the observer's own, or for the end's where nothing is observed.</param>
public sealed record AtEnd<T>(LocalizedText Statement, Observer<T> Of, Func<T, ProgramEnd, bool> Good, Func<T, ProgramEnd, LocalizedText>? Finding = null) : Property(Statement)
    where T : notnull
{
    public override IObserver Observer => Of;

    protected override LocalizedText? FindBrokenAtEnd(object value, ProgramEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        end.ResultWasMissed = false;
        if (Good((T)value, end))
            return null;
        // What was never returned has no value to show.
        if (end.IsCutOff && end.ResultWasMissed)
            return end.EntryEnding;
        return Finding?.Invoke((T)value, end) ?? (Of.Patterns.Count == 0 ? end.Describe() : Of.Describe((T)value));
    }
}

/// <summary>Some schedule reaches <paramref name="Wanted"/>.</summary>
public sealed record Sometimes<T>(LocalizedText Statement, Observer<T> Of, Func<T, bool> Wanted) : Property(Statement)
    where T : notnull
{
    public override IObserver Observer => Of;

    public override bool IsExistential => true;

    protected override bool Reaches(object value) => Wanted((T)value);
}

/// <summary>In every schedule, <paramref name="Times"/> of <paramref name="First"/> happen before any <paramref name="Then"/>.</summary>
/// <remarks>Order is what holds in every loose schedule; a sampled run is judged by its clocks besides, for there one lucky order proves nothing.</remarks>
public sealed record HappensBefore(LocalizedText Statement, EventPattern First, int Times, EventPattern Then) : Property(Statement)
{
    private readonly Observer<OrderSeen> observer = new(
        new OrderSeen(0, null),
        (seen, happened) =>
        {
            if (Then.Matches(happened) && seen.TooEarly is null && seen.Firsts < Times)
                seen = seen with { TooEarly = TooEarlyBy(Then.Describe(happened), seen.Firsts, Times) };
            return First.Matches(happened) && seen.TooEarly is null ? seen with { Firsts = seen.Firsts + 1 } : seen;
        },
        [First, Then],
        seen => seen.TooEarly ?? ("in order", "顺序正确"))
    // Its words are of the line that came too early; that one did is all that it is about.
    { SeesAgents = false, SeesTexts = false, SeesTime = false };

    public override IObserver Observer => observer;

    protected override LocalizedText? FindBroken(object value) => ((OrderSeen)value).TooEarly;

    private static LocalizedText TooEarlyBy(LocalizedText then, int firsts, int times) =>
        ($"'{then.En}' came when {firsts} of {times} had happened", $"“{then.Zh}”出现时，应在它之前的 {times} 件事只发生了 {firsts} 件");

    private sealed record OrderSeen(int Firsts, LocalizedText? TooEarly);
}

/// <summary>No process reads or writes <paramref name="Path"/> while another is in the middle of a plain write of it.</summary>
public sealed record RaceFree(string Path) : Property(($"nobody meets a half-written {Path}", $"没有人会碰到只写了一半的 {Path}"))
{
    public override IObserver Observer => Observe.Nothing;

    /// <summary>The race that this state shows, in words; null when it shows none.</summary>
    public LocalizedText? BrokenIn(KernelState state) => KernelRules.RaceOn(state, Path);
}
