using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>The observers that checks are mostly made of.</summary>
public static class Observe
{
    /// <summary>Nothing: for properties of the program's end alone.</summary>
    public static Observer<int> Nothing { get; } = new(0, (value, _) => value, []) { SeesAgents = false, SeesTime = false };

    /// <summary>How many events match.</summary>
    public static Observer<int> Count(EventPattern pattern) =>
        new(0, (n, _) => n + 1, [pattern], n => Counted(pattern, n)) { SeesAgents = false, SeesTime = false };

    /// <summary>How many events match, and when the last of them happened; the time means something in the strict tier only.</summary>
    public static Observer<Occurrences> Occurrences(EventPattern pattern) => new(
        new Occurrences(0, TimeSpan.Zero),
        (so, happened) => new Occurrences(so.Times + 1, happened.At),
        [pattern],
        so => Told(pattern, so))
    { SeesAgents = false };

    /// <summary>How many have entered and not left.</summary>
    public static Observer<int> Inside(EventPattern enter, EventPattern leave) =>
        new(0, (n, happened) => enter.Matches(happened) ? n + 1 : n - 1, [enter, leave], n => $"{n} were inside at once") { SeesAgents = false, SeesTime = false };

    /// <summary>The largest number that was ever inside at once.</summary>
    public static Observer<Peak> MostInside(EventPattern enter, EventPattern leave) => new(
        new Peak(0, 0),
        (peak, happened) =>
        {
            var inside = peak.Inside + (enter.Matches(happened) ? 1 : -1);
            return new Peak(inside, Math.Max(peak.Most, inside));
        },
        [enter, leave],
        peak => $"at most {peak.Most} were inside at once")
    { SeesAgents = false, SeesTime = false };

    /// <summary>Who said what: for each matching line the text of one placeholder and the process that printed it, sorted.</summary>
    /// <remarks>Sorted, not in order of time: the order is not what it is about, and would multiply the states.</remarks>
    public static Observer<EquatableArray<Saying>> Sayings(LinePattern pattern, string placeholder) => new(
        [],
        (sayings, happened) => Sorted([.. sayings, new Saying(pattern.Capture(happened, placeholder), happened.Agent)]),
        [pattern],
        sayings => sayings.Count == 0
            ? $"no line like '{pattern.Template}' was printed"
            : $"'{pattern.Template}' was printed for {string.Join(", ", sayings.Select(s => $"{s.Text} by {ProcessPlace.Of(s.Agent)}"))}")
    { SeesTime = false };

    /// <summary>Who said each of several lines, by the line's place in <paramref name="patterns"/>, in the order of each process.</summary>
    public static Observer<EquatableArray<Saying>> Lines(params LinePattern[] patterns) => new(
        [],
        (sayings, happened) => Sorted([.. sayings, new Saying(((LinePrinted)happened).Line, happened.Agent)]),
        patterns,
        sayings => sayings.Count == 0
            ? $"no line like '{patterns[0].Template}' was printed"
            : string.Join("; ", sayings.GroupBy(s => s.Agent).OrderBy(said => said.Key, StringComparer.Ordinal).Select(said => $"{ProcessPlace.Of(said.Key)} printed {string.Join(", ", said.Select(s => $"'{s.Text}'"))}")))
    { SeesTime = false };

    /// <summary>Whether the first event that matches either pattern matched <paramref name="wanted"/>.</summary>
    public static Observer<Precedence> Precedence(EventPattern wanted, EventPattern other) => new(
        Observers.Precedence.Open,
        (so, happened) => so != Observers.Precedence.Open ? so : wanted.Matches(happened) ? Observers.Precedence.Wanted : Observers.Precedence.Other,
        [wanted, other],
        so => so == Observers.Precedence.Open ? "neither happened" : "the other came first")
    { SeesAgents = false, SeesTime = false };

    /// <summary>Whether the owners' lines come in blocks: once somebody has begun, nobody else's line before his last.</summary>
    /// <param name="owners">Whose blocks they are.</param>
    /// <param name="forms">A block's lines in their order, with <c>{0}</c> for the owner; every other line may come anywhere.</param>
    public static Observer<BlockSeen> Blocks(IReadOnlyList<string> owners, params string[] forms)
    {
        var places = owners.SelectMany(owner => forms.Select((form, place) => (Line: string.Format(form, owner), owner, place))).ToDictionary(p => p.Line, p => (p.owner, p.place));
        return new(
            new BlockSeen(null, 0, null),
            (seen, happened) =>
            {
                var line = ((LinePrinted)happened).Line;
                var (owner, place) = places[line];
                if (seen.Intrusion is not null)
                    return seen;
                if (place != seen.Said || (seen.Owner ?? owner) != owner)
                    return seen with { Intrusion = seen.Owner is null ? $"'{line}' came outside of a block" : $"'{line}' came in the middle of {seen.Owner}'s block" };
                return place == forms.Length - 1 ? new BlockSeen(null, 0, null) : new BlockSeen(owner, place + 1, null);
            },
            [.. places.Keys.Select(LinePattern.Like)]);
    }

    /// <summary>What has gone from whom to whom through queues. An item that is killed with its putter counts as put.</summary>
    public static Observer<Deliveries> Deliveries { get; } = new(
        new Observers.Deliveries([], []),
        (deliveries, happened) => deliveries.After(happened),
        [new OperationPattern<PutItem>(), new OperationPattern<GetItem>()])
    { SeesTime = false };

    private static string Told(EventPattern pattern, Occurrences so)
    {
        if (pattern is not LinePattern line)
            return so.ToString();
        return so.Times switch
        {
            0 => $"'{line.Template}' was never printed{By(pattern)}",
            1 => $"'{line.Template}' was printed{By(pattern)} at {so.LastAt.TotalSeconds} s",
            _ => $"'{line.Template}' was printed {so.Times} times{By(pattern)}, at last at {so.LastAt.TotalSeconds} s",
        };
    }

    private static string By(EventPattern pattern) => pattern.Who switch { Who.Root => " by the parent", Who.Child => " by children", _ => "" };

    private static string Counted(EventPattern pattern, int times) => pattern is LinePattern line
        ? $"'{line.Template}' was printed {Times(times)}{By(pattern)}"
        : times == 0 ? "it never happened" : $"it happened {Times(times)}";

    private static string Times(int times) => times == 1 ? "once" : $"{times} times";

    private static EquatableArray<Saying> Sorted(Saying[] sayings)
    {
        TooMuchSeenException.ThrowIfMany(sayings.Length, "lines");
        Array.Sort(sayings, (a, b) => string.CompareOrdinal(a.Text, b.Text) is not 0 and var byText ? byText : string.CompareOrdinal(a.Agent, b.Agent));
        return new(sayings);
    }
}

/// <summary>A text and the process that printed it.</summary>
public sealed record Saying(string Text, string Agent);

/// <summary>How many are inside, and how many were at most.</summary>
public sealed record Peak(int Inside, int Most);

/// <summary>Which of two came first.</summary>
public enum Precedence
{
    Open,
    Wanted,
    Other,
}
