using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Finds how the objects stand that the steps of a trace changed.</summary>
internal static class ObjectChanges
{
    /// <summary>So much text is shown of all of them in one timeline; where it would be more, less is shown of each.</summary>
    private const int MostText = 12_000;

    private static readonly ViewBounds Wide = new(MaxItems: 10, MaxItemLength: 40, MaxTextLength: 200);
    private static readonly ViewBounds Narrow = new(MaxItems: 4, MaxItemLength: 12, MaxTextLength: 40);

    /// <summary>The changes that each line tells of, by its number.</summary>
    public static IReadOnlyDictionary<int, EquatableArray<ObjectView>> By(Trace trace, IReadOnlyList<ToldEvent> told)
    {
        var wide = By(trace, told, Wide);
        return wide.Values.Sum(views => views.Sum(TextOf)) <= MostText ? wide : By(trace, told, Narrow);
    }

    /// <summary>How an object stands in a state; null where there is none, or nothing to show.</summary>
    public static ObjectView? ViewOf(KernelState state, string name) =>
        state.Objects[name] is { Kind: not null } value ? value.View(ObjectIds.Of(name), Narrow) : null;

    private static Dictionary<int, EquatableArray<ObjectView>> By(Trace trace, IReadOnlyList<ToldEvent> told, ViewBounds bounds)
    {
        var changes = new Dictionary<int, EquatableArray<ObjectView>>();
        // What a step that nobody is told of has changed shows with the next.
        var open = new SortedDictionary<string, ObjectView>(StringComparer.Ordinal);
        var next = 0;
        for (var i = told.Count == 0 ? 0 : told[0].Index; next < told.Count && i < trace.Steps.Count; i++)
        {
            foreach (var view in Changed(trace.Steps[i], bounds))
                open[view.Id] = view;
            if (told[next].Index > i)
                continue;
            if (open.Count > 0)
                changes[told[next].Number] = open.Values.Take(StepDetails.MostChanges).ToEquatableArray();
            open.Clear();
            while (next < told.Count && told[next].Index == i)
                next++;
        }

        return changes;
    }

    private static List<ObjectView> Changed(TraceStep step, ViewBounds bounds)
    {
        var views = new List<ObjectView>();
        // Who writes what was there already has written all the same.
        var written = step.Events.OfType<OperationCompleted>().Where(c => c.Operation is FillFile or MoveFile or WriteFileAt or WriteValue or WriteEntry or WriteItem).Select(ObjectIds.NameIn).FirstOrDefault();
        var names = step.After.Objects.Names;
        var values = step.After.Objects.Values;
        var oldNames = step.Before.Objects.Names;
        var oldValues = step.Before.Objects.Values;
        // Both in ordinal order of the names.
        for (int i = 0, old = 0; i < names.Length || old < oldNames.Length;)
        {
            var order = i == names.Length ? 1 : old == oldNames.Length ? -1 : string.CompareOrdinal(names[i], oldNames[old]);
            if (order > 0 && oldValues[old].Kind is not null)
                views.Add(new ObjectView(ObjectIds.Of(oldNames[old])) { IsGone = true });
            else if (order <= 0 && values[i].Kind is not null && (order < 0 || names[i] == written || !values[i].Equals(oldValues[old])))
                views.Add(values[i].View(ObjectIds.Of(names[i]), bounds));
            if (order <= 0)
                i++;
            if (order >= 0)
                old++;
        }

        return views;
    }

    private static int TextOf(ObjectView view) => (view.Text?.Length ?? 0) + (view.Items?.Sum(i => i.Length + 4) ?? 0);
}
