using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Tells how everything stands at the end of a trace.</summary>
public static class Standing
{
    /// <summary>The objects that are there, each with how it stands.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="told">All of its lines.</param>
    /// <param name="state">The state at its end.</param>
    public static IReadOnlyList<(CastObject Object, ObjectView View)> Objects(Trace trace, IReadOnlyList<ToldEvent> told, KernelState state)
    {
        if (told.Count == 0)
            return [];
        var names = state.Objects.Names.ToArray().ToDictionary(ObjectIds.Of);
        var standing = new List<(CastObject Object, ObjectView View)>();
        foreach (var cast in Casting.Objects(trace, told, state))
        {
            if (names.TryGetValue(cast.Id, out var name) && ObjectChanges.ViewOf(state, name) is { } view)
                standing.Add((cast, view));
        }

        return standing;
    }

    /// <summary>The processes, in the order of who made them, and then as which.</summary>
    public static IReadOnlyList<AgentState> Processes(KernelState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Agents.Values.ToArray().OrderBy(a => a.Name, ByPlace.Instance)];
    }

    /// <summary>The id of the object or process that an operation is about; null where it is about none.</summary>
    public static string? ObjectOf(Operation? operation) => ObjectIds.NameIn(operation) is { } name ? ObjectIds.Of(name) : null;
}
