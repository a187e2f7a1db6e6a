using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>The observers that checks are mostly made of.</summary>
public static class Observe
{
    /// <summary>Nothing: for properties of the program's end alone.</summary>
    public static Observer<int> Nothing { get; } = new(0, (value, _) => value, []) { SeesAgents = false, SeesTexts = false, SeesTime = false };

    /// <summary>How many events match.</summary>
    public static Observer<int> Count(EventPattern pattern) =>
        new(0, (n, _) => n + 1, [pattern], n => Counted(pattern, n)) { SeesAgents = false, SeesTexts = false, SeesTime = false };

    /// <summary>How many events match, and when the last of them happened; the time means something in the strict tier only.</summary>
    public static Observer<Occurrences> Occurrences(EventPattern pattern) => new(
        new Occurrences(0, TimeSpan.Zero),
        (so, happened) => new Occurrences(so.Times + 1, happened.At),
        [pattern],
        so => Told(pattern, so))
    { SeesAgents = false, SeesTexts = false };

    /// <summary>How many have entered and not left.</summary>
    public static Observer<int> Inside(EventPattern enter, EventPattern leave) =>
        new(0, (n, happened) => enter.Matches(happened) ? n + 1 : n - 1, [enter, leave], n => ($"{n} were inside at once", $"同时在里面的有 {n} 个")) { SeesAgents = false, SeesTexts = false, SeesTime = false };

    /// <summary>The largest number that was ever inside at once.</summary>
    public static Observer<Peak> MostInside(EventPattern enter, EventPattern leave) => new(
        new Peak(0, 0),
        (peak, happened) =>
        {
            var inside = peak.Inside + (enter.Matches(happened) ? 1 : -1);
            return new Peak(inside, Math.Max(peak.Most, inside));
        },
        [enter, leave],
        peak => ($"at most {peak.Most} were inside at once", $"同时在里面的最多有 {peak.Most} 个"))
    { SeesAgents = false, SeesTexts = false, SeesTime = false };

    /// <summary>Who said what: for each matching line the text of one placeholder and the process that printed it, sorted.</summary>
    /// <remarks>Sorted, not in order of time: the order is not what it is about, and would multiply the states.</remarks>
    public static Observer<EquatableArray<Saying>> Sayings(LinePattern pattern, string placeholder) => new(
        [],
        (sayings, happened) => Sorted([.. sayings, new Saying(pattern.Capture(happened, placeholder), happened.Agent)]),
        [pattern],
        sayings => sayings.Count == 0 ? NoneLike(pattern) : PrintedFor(pattern, sayings))
    { SeesTime = false, Saying = happened => pattern.Capture(happened, placeholder) };

    /// <summary>Who said each of several lines, by the line's place in <paramref name="patterns"/>, in the order of each process.</summary>
    public static Observer<EquatableArray<Saying>> Lines(params LinePattern[] patterns) => new(
        [],
        (sayings, happened) => Sorted([.. sayings, new Saying(((LinePrinted)happened).Line, happened.Agent)]),
        patterns,
        sayings => sayings.Count == 0 ? NoneLike(patterns[0]) : PrintedByEach(sayings))
    { SeesTime = false, Saying = happened => ((LinePrinted)happened).Line };

    /// <summary>Whether the first event that matches either pattern matched <paramref name="wanted"/>.</summary>
    public static Observer<Precedence> Precedence(EventPattern wanted, EventPattern other) => new(
        Observers.Precedence.Open,
        (so, happened) => so != Observers.Precedence.Open ? so : wanted.Matches(happened) ? Observers.Precedence.Wanted : Observers.Precedence.Other,
        [wanted, other],
        so => so == Observers.Precedence.Open ? ("neither happened", "两者都没有出现") : ("the other came first", "另一个先出现"))
    { SeesAgents = false, SeesTexts = false, SeesTime = false };

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
                    return seen with { Intrusion = seen.Owner is null ? ($"'{line}' came outside of a block", $"“{line}”出现在块的外面") : ($"'{line}' came in the middle of {seen.Owner}'s block", $"“{line}”插进了 {seen.Owner} 的块中间") };
                return place == forms.Length - 1 ? new BlockSeen(null, 0, null) : new BlockSeen(owner, place + 1, null);
            },
            [.. places.Keys.Select(LinePattern.Like)],
            seen => seen.Describe());
    }

    /// <summary>What has gone from whom to whom through queues. An item that is killed with its putter counts as put.</summary>
    public static Observer<Deliveries> Deliveries { get; } = new(
        new Observers.Deliveries([], []),
        (deliveries, happened) => deliveries.After(happened),
        [new OperationPattern<PutItem>(), new OperationPattern<GetItem>()],
        deliveries => deliveries.Describe())
    { SeesTime = false };

    private static LocalizedText NoneLike(LinePattern pattern) => ($"no line like '{pattern.Template}' was printed", $"没有打印过“{pattern.Template}”这样的行");

    private static LocalizedText PrintedFor(LinePattern pattern, EquatableArray<Saying> sayings) => (
        $"'{pattern.Template}' was printed for {string.Join(", ", sayings.Select(s => $"{s.Text} by {ProcessPlace.Of(s.Agent).En}"))}",
        $"“{pattern.Template}”的打印情况：{string.Join("，", sayings.Select(s => $"{s.Text} 由{ProcessPlace.Of(s.Agent).Zh}打印"))}");

    private static LocalizedText PrintedByEach(EquatableArray<Saying> sayings) => LocalizedText.Join(
        ("; ", "；"),
        sayings.GroupBy(s => s.Agent).OrderBy(said => said.Key, StringComparer.Ordinal).Select(said => PrintedBy(ProcessPlace.Of(said.Key), said)));

    private static LocalizedText PrintedBy(LocalizedText who, IEnumerable<Saying> said) => (
        $"{who.En} printed {string.Join(", ", said.Select(s => $"'{s.Text}'"))}",
        $"{who.Zh}打印了{string.Concat(said.Select(s => $"“{s.Text}”"))}");

    private static LocalizedText Told(EventPattern pattern, Occurrences so)
    {
        if (pattern is not LinePattern line)
            return so.Describe();
        var (by, named) = (By(pattern), Named(line));
        return so.Times switch
        {
            0 => ($"{named.En} was never printed{by.En}", $"{by.Zh}从未打印{named.Zh}"),
            1 => ($"{named.En} was printed{by.En} at {so.LastAt.TotalSeconds} s", $"{by.Zh}在第 {so.LastAt.TotalSeconds} 秒打印了{named.Zh}"),
            _ => ($"{named.En} was printed {so.Times} times{by.En}, at last at {so.LastAt.TotalSeconds} s", $"{by.Zh}打印了 {so.Times} 次{named.Zh}，最后一次在第 {so.LastAt.TotalSeconds} 秒"),
        };
    }

    /// <summary>Who it was that printed: behind the verb in English, before it in Chinese.</summary>
    private static LocalizedText By(EventPattern pattern) => pattern.Who switch
    {
        Who.Root => (" by the parent", "父进程"),
        Who.Child => (" by children", "子进程"),
        _ => LocalizedText.Empty,
    };

    private static LocalizedText Counted(EventPattern pattern, int times)
    {
        if (pattern is not LinePattern line)
            return times == 0 ? ("it never happened", "一次也没有发生") : ($"it happened {Times(times)}", $"发生了 {times} 次");
        var (by, named) = (By(pattern), Named(line));
        return ($"{named.En} was printed {Times(times)}{by.En}", times == 0 ? $"{by.Zh}从未打印{named.Zh}" : $"{by.Zh}打印了 {times} 次{named.Zh}");
    }

    // What stands in braces was never printed as it stands there.
    private static LocalizedText Named(LinePattern line) => line.Template.Contains('{', StringComparison.Ordinal)
        ? ($"a line like '{line.Template}'", $"“{line.Template}”这样的行")
        : ($"'{line.Template}'", $"“{line.Template}”");

    private static string Times(int times) => times == 1 ? "once" : $"{times} times";

    private static EquatableArray<Saying> Sorted(Saying[] sayings)
    {
        TooMuchSeenException.ThrowIfMany(sayings.Length, ("lines", "行"));
        return Saying.Sorted(sayings);
    }
}

/// <summary>A text and the process that printed it.</summary>
public sealed record Saying(string Text, string Agent)
{
    /// <summary>By text, then by process.</summary>
    /// <param name="sayings">Taken over.</param>
    internal static EquatableArray<Saying> Sorted(Saying[] sayings)
    {
        Array.Sort(sayings, (a, b) => string.CompareOrdinal(a.Text, b.Text) is not 0 and var byText ? byText : string.CompareOrdinal(a.Agent, b.Agent));
        return new(sayings);
    }
}

/// <summary>How many are inside, and how many were at most.</summary>
public sealed record Peak(int Inside, int Most);

/// <summary>Which of two came first.</summary>
public enum Precedence
{
    Open,
    Wanted,
    Other,
}
