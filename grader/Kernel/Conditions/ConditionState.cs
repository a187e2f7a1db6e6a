using System.Collections.Immutable;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Conditions;

/// <summary>Those who sleep until they are notified. Python: <c>multiprocessing.Condition</c>.</summary>
/// <param name="Groups">The sleepers, the oldest first.</param>
/// <remarks>
/// Who of several sleepers a notification wakes is decided when one of them takes it. A newcomer can't take one that was given before
/// it slept, so a sleeper takes the oldest that it may, which leaves the most to the others: never more notifications are left
/// for the groups up to one than there are sleepers in them. Groups that make no difference are merged: equal states have equal futures.
/// </remarks>
internal sealed record ConditionState(EquatableArray<SleeperGroup> Groups) : ObjectState
{
    public static ConditionState Empty { get; } = new(default(EquatableArray<SleeperGroup>));

    public bool HasSleeper(string agent) => IndexOf(agent) >= 0;

    /// <summary>Whether there is a notification that this sleeper may take.</summary>
    public bool IsNotified(string agent) => NotificationFor(IndexOf(agent)) >= 0;

    /// <summary>One more has gone to sleep.</summary>
    public ConditionState WithSleeper(string agent) => Of(Groups.Append(SleeperGroup.Of([agent], 0)));

    /// <summary>One has taken a notification and woken up.</summary>
    public ConditionState WithWoken(string agent)
    {
        var groups = Groups.ToImmutableArray();
        var own = IndexOf(agent);
        var taken = NotificationFor(own);
        groups = groups.SetItem(taken, groups[taken] with { Notifications = groups[taken].Notifications - 1 });
        return Of(groups.SetItem(own, Without(groups[own], agent)));
    }

    /// <summary>One has lost patience.</summary>
    public ConditionState WithoutSleeper(string agent)
    {
        var own = IndexOf(agent);
        return Of(Groups.Select((group, i) => i == own ? Without(group, agent) : group));
    }

    /// <summary>So many more of those who sleep now are notified, or all of them.</summary>
    public ConditionState WithNotified(int? count)
    {
        var asleep = Groups.Sum(g => g.Sleepers.Count - g.Notifications);
        var more = Math.Min(count ?? asleep, asleep);
        return more == 0 ? this : Of(Groups.Select((group, i) => i == Groups.Count - 1 ? group with { Notifications = group.Notifications + more } : group));
    }

    public override ObjectKind? Kind => ObjectKind.Condition;

    public override ObjectView View(string name, ViewBounds bounds)
    {
        var (asleep, more) = bounds.Of([.. Groups.SelectMany(g => g.Sleepers)]);
        return new(name) { Processes = asleep, More = more, Count = Groups.Sum(g => g.Notifications) };
    }

    internal override ObjectState Renamed(Func<string, string> agent) =>
        new ConditionState(Groups.Select(g => SleeperGroup.Of(g.Sleepers.Select(agent), g.Notifications)).ToEquatableArray());

    /// <summary>The fewest groups that mean the same.</summary>
    private static ConditionState Of(IEnumerable<SleeperGroup> groups)
    {
        var merged = new List<SleeperGroup>();
        foreach (var group in groups)
        {
            merged.Add(group);
            while (merged.Count > 1 && IsOne(merged[^2], merged[^1]))
            {
                merged[^2] = merged[^2].Merged(merged[^1]);
                merged.RemoveAt(merged.Count - 1);
            }
        }

        // Nobody is left, and so no notification.
        if (merged is [{ Sleepers.Count: 0 }])
            merged.Clear();
        return new(merged.ToEquatableArray());
    }

    /// <summary>Whether the line between two groups tells nobody apart: nothing was given before the younger came, or enough for all of it after.</summary>
    private static bool IsOne(SleeperGroup older, SleeperGroup younger) =>
        older.Notifications == 0 || younger.Notifications >= younger.Sleepers.Count;

    private static SleeperGroup Without(SleeperGroup group, string agent) => SleeperGroup.Of(group.Sleepers.Where(s => s != agent), group.Notifications);

    private int IndexOf(string agent)
    {
        for (var i = 0; i < Groups.Count; i++)
        {
            if (Groups[i].Sleepers.Contains(agent))
                return i;
        }

        return -1;
    }

    /// <summary>The group with the oldest notification that one of this group may take; negative where there is none.</summary>
    private int NotificationFor(int own)
    {
        for (var i = own; i >= 0 && i < Groups.Count; i++)
        {
            if (Groups[i].Notifications > 0)
                return i;
        }

        return -1;
    }
}
