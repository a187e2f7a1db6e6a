using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Tells who and what takes part in the last lines of a trace.</summary>
public static class Casting
{
    private const int MostProcesses = 64;

    private const int MostObjects = 48;

    private const int MaxLabelLength = 60;

    private const int MaxOperationLength = 120;

    /// <summary>The cast.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="told">The lines.</param>
    public static Cast Of(Trace trace, IReadOnlyList<ToldEvent> told)
    {
        if (told.Count == 0)
            return new Cast([], []);
        var last = trace.Steps[told[^1].Index].After;
        var end = trace.End is { } asked && told[^1].Index == trace.Steps.Count - 1 ? asked : last;
        return new Cast(Processes(trace, told, end), Objects(trace, told, end));
    }

    private static EquatableArray<CastProcess> Processes(Trace trace, IReadOnlyList<ToldEvent> told, KernelState end)
    {
        var waiting = Waiting.Through(trace, told);
        var acting = told.Select(t => t.Happened.Agent).ToHashSet();
        return end.Agents.Values.ToArray()
            .Where(a => a.IsAlive || acting.Contains(a.Name))
            .OrderBy(a => a.Name, ByPlace.Instance)
            .Take(MostProcesses)
            .Select(a => new CastProcess(a.Name, ProcessLabel.Of(a), a.Parent, a.IsAlive ? NextOf(a, waiting.AtEnd.GetValueOrDefault(a.Name)) : null))
            .ToEquatableArray();
    }

    private static NextStep NextOf(AgentState agent, StepWait? wait) => new(
        agent.Pending is { } operation ? operation.Describe().Select(words => Cut(words, MaxOperationLength)) : LocalizedText.Empty,
        ObjectIds.NameIn(agent.Pending) is { } name ? ObjectIds.Of(name) : null,
        agent.Site.IsKnown ? agent.Site : null,
        wait);

    /// <summary>What takes part in these lines.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="told">The lines; at least one.</param>
    /// <param name="end">The state at their end.</param>
    internal static EquatableArray<CastObject> Objects(Trace trace, IReadOnlyList<ToldEvent> told, KernelState end)
    {
        var makings = trace.Steps.SelectMany(s => s.Events).OfType<OperationCompleted>()
            .Where(c => c is { Operation: CreateOperation, Outcome: Done })
            .DistinctBy(c => ((CreateOperation)c.Operation).Object)
            .ToDictionary(c => ((CreateOperation)c.Operation).Object);
        var rights = makings.Values.Select(c => c.Operation).OfType<CreatePipe>().ToDictionary(p => p.Right);
        var kinds = new Dictionary<string, ObjectState>();
        foreach (var state in (KernelState[])[trace.Steps[told[0].Index].Before, .. told.Select(t => trace.Steps[t.Index].After), end])
        {
            var names = state.Objects.Names;
            var values = state.Objects.Values;
            for (var i = 0; i < names.Length; i++)
                kinds[names[i]] = values[i];
        }

        var inOrder = kinds.OrderBy(k => k.Key, ByPlace.Instance).ToList();
        var numbers = inOrder.Where(k => !rights.ContainsKey(k.Key)).GroupBy(k => k.Value.Kind).SelectMany(g => g.Select((k, i) => (k.Key, Number: i + 1))).ToDictionary(k => k.Key, k => k.Number);
        var spokenOf = told.Select(t => ObjectIds.NameIn(t.Happened)).Concat(end.Agents.Values.ToArray().Select(a => ObjectIds.NameIn(a.Pending))).OfType<string>().ToHashSet();
        var first = trace.Steps[told[0].Index].Before;
        return inOrder
            .Where(k => k.Value.Kind is not null && (spokenOf.Contains(k.Key) || IsOtherEnd(k.Key)))
            .OrderBy(k => k.Value.Kind)
            .Take(MostObjects)
            .Select(k => new CastObject(
                ObjectIds.Of(k.Key),
                k.Value.Kind!.Value,
                LabelOf(k.Key, k.Value.Kind.Value),
                MakingOf(k.Key) is { Site.IsKnown: true } made ? made.Site : null,
                BelongsOf(k.Key),
                ObjectChanges.ViewOf(first, k.Key)))
            .ToEquatableArray();

        OperationCompleted? MakingOf(string name) => makings.GetValueOrDefault(rights.TryGetValue(name, out var pipe) ? pipe.Object : name);

        bool IsOtherEnd(string name) => BelongsOf(name) is { } other && kinds[name].Kind == ObjectKind.PipeEnd && spokenOf.Contains(other);

        string? BelongsOf(string name) => MakingOf(name)?.Operation switch
        {
            CreatePipe pipe => pipe.Object == name ? pipe.Right : pipe.Object,
            CreateCondition condition => condition.Lock,
            _ => null,
        };

        LocalizedText LabelOf(string name, ObjectKind kind)
        {
            var isRight = rights.TryGetValue(name, out var pipe);
            return ObjectLabels.Of(kind, kind == ObjectKind.File ? Cut(name[(name.IndexOf(':') + 1)..], MaxLabelLength) : "", numbers.GetValueOrDefault(isRight ? pipe!.Object : name), isRight);
        }
    }

    private static string Cut(string text, int length) => new ViewBounds(0, 0, length).Of(text);
}
