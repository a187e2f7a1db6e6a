using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Traces;

/// <summary>Judges one whole trace by a property.</summary>
public static class TraceJudge
{
    /// <summary>How the trace breaks the property; null when it does not. A trace that ended in a fault is judged as far as it went.</summary>
    public static Finding? Breaks(Trace trace, Property property) =>
        property is HappensBefore order && UnorderedIn(trace, order) is { } unordered ? unordered : Shows(trace, property);

    /// <summary>How the trace by itself breaks the property, as a search sees it: an order that came about by luck counts as order.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="property">The property.</param>
    /// <param name="end">The state after the last step, when all have asked for their next operations; null where nobody waited for that.</param>
    public static Finding? Shows(Trace trace, Property property, KernelState? end = null)
    {
        if (property is RaceFree raceFree)
            return FirstRace(trace, raceFree, end);
        var value = property.Observer.Start;
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            foreach (var happened in trace.Steps[i].Events)
            {
                value = property.After(value, happened);
                if (property.BrokenBy(value) is { } finding)
                    return new Finding(property, finding, i);
            }
        }

        return EndOf(trace) is { } programEnd && property.BrokenAtEnd(value, programEnd) is { } atEnd
            ? new Finding(property, atEnd, trace.Steps.Count)
            : null;
    }

    /// <summary>Whether the trace reaches what the property looks for.</summary>
    public static bool Reaches(Trace trace, Property property)
    {
        var value = property.Observer.Start;
        foreach (var happened in trace.Steps.SelectMany(s => s.Events))
        {
            value = property.After(value, happened);
            if (property.IsReachedBy(value))
                return true;
        }

        return property.IsReachedBy(value);
    }

    /// <summary>What was there at the program's end; null when the trace does not get there.</summary>
    private static ProgramEnd? EndOf(Trace trace) => trace.Steps.Count > 0
        && trace.Steps[^1].Events.OfType<ProcessEnded>().FirstOrDefault(e => e.Agent == Names.Root) is { } ended
            ? new ProgramEnd(trace.Steps[^1].After, ended.End)
            : null;

    private static Finding? FirstRace(Trace trace, RaceFree property, KernelState? end)
    {
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            if (property.BrokenIn(trace.Steps[i].Before) is { } race)
                return new Finding(property, race, i);
        }

        return end is not null && property.BrokenIn(end) is { } last ? new Finding(property, last, trace.Steps.Count) : null;
    }

    private static LocalizedText LaterByLuck(LocalizedText then, LocalizedText first) => (
        $"nothing makes '{then.En}' wait for '{first.En}': here it came later by luck",
        $"没有什么让“{then.Zh}”等待“{first.Zh}”：这一次它排在后面只是碰巧");

    /// <summary>An event that came after all it should, but only by luck.</summary>
    private static Finding? UnorderedIn(Trace trace, HappensBefore order)
    {
        var tracker = new ClockTracker();
        var firsts = new List<(KernelEvent Happened, VectorClock Clock)>();
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            foreach (var happened in trace.Steps[i].Events)
            {
                var clock = tracker.At(happened);
                if (order.First.Matches(happened))
                    firsts.Add((happened, clock));
                if (!order.Then.Matches(happened))
                    continue;
                foreach (var (first, earlier) in firsts)
                {
                    if (!earlier.HappenedBefore(clock, first.Agent))
                        return new Finding(order, LaterByLuck(order.Then.Describe(happened), order.First.Describe(first)), i);
                }
            }
        }

        return null;
    }
}
