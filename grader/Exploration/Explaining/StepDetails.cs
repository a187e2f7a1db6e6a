using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Traces;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>What there is to know of a step beside what was done.</summary>
/// <param name="Process">The id of who did it.</param>
/// <param name="Object">The id of the object or process that it is about; null where it is about none.</param>
/// <param name="Wait">Since when it had been waited for; null where it was not.</param>
/// <param name="Edges">The steps of others that it came after; null for none.</param>
/// <param name="Changes">How the objects stand that it changed; null for none.</param>
public sealed record StepDetails(string Process, string? Object, StepWait? Wait, EquatableArray<StepEdge>? Edges, EquatableArray<ObjectView>? Changes)
{
    internal const int MostEdges = 4;

    internal const int MostChanges = 6;

    internal const int MostNames = 16;

    /// <summary>Those of the last lines of a trace, in their order.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="told">The lines.</param>
    public static IReadOnlyList<StepDetails> Of(Trace trace, IReadOnlyList<ToldEvent> told)
    {
        var waiting = Waiting.Through(trace, told);
        var edges = OrderEdges.To(trace, told);
        var changes = ObjectChanges.By(trace, told);
        return [.. told.Select((t, i) => new StepDetails(
            t.Happened.Agent,
            ObjectIds.NameIn(t.Happened) is { } name ? ObjectIds.Of(name) : null,
            // A step may take several lines: it was waited for before the first.
            i > 0 && told[i - 1].Index == t.Index ? null : waiting.Of(t.Index),
            edges.TryGetValue(t.Number, out var from) ? from : null,
            changes.TryGetValue(t.Number, out var changed) ? changed : null))];
    }

    /// <summary>The same without who had waited for what: it takes no longer however much came before.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="told">The lines.</param>
    public static IReadOnlyList<StepDetails> Brief(Trace trace, IReadOnlyList<ToldEvent> told)
    {
        var changes = ObjectChanges.By(trace, told);
        return [.. told.Select(t => new StepDetails(
            t.Happened.Agent,
            ObjectIds.NameIn(t.Happened) is { } name ? ObjectIds.Of(name) : null,
            Wait: null,
            Edges: null,
            changes.TryGetValue(t.Number, out var changed) ? changed : null))];
    }
}
