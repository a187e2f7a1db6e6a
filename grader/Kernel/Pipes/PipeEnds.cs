using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Pipes;

/// <summary>Who holds a copy of which pipe end. An end with no copy left is closed for good.</summary>
/// <remarks>
/// A copy is an agent's own, or stands in an item or a message that somebody can still take. Nothing is counted: what is open follows from
/// the state, so that two states in which the same can happen are equal.
/// </remarks>
internal static class PipeEnds
{
    /// <summary>Whether a copy of the end is left.</summary>
    public static bool IsOpen(KernelState state, string end) => IsOpen(state, end, []);

    /// <summary>The ends that an agent holds.</summary>
    public static IEnumerable<string> HeldBy(KernelState state, string agent)
    {
        foreach (var (name, end) in state.Objects.Of<PipeEndState>())
        {
            if (end.Holders.Contains(agent))
                yield return name;
        }
    }

    /// <summary>Whether an agent holds every end that it gives away copies of.</summary>
    public static bool HoldsAll(KernelState state, string agent, Payload given)
    {
        foreach (var handle in given.Handles)
        {
            if (handle.Kind == Handle.Connection && state.Find<PipeEndState>(handle.Name)?.Holders.Contains(agent) != true)
                return false;
        }

        return true;
    }

    /// <summary>An agent gets a copy of every end in a value.</summary>
    public static void Give(Transition transition, string agent, Payload given)
    {
        foreach (var handle in given.Handles)
        {
            if (handle.Kind == Handle.Connection && transition.State.Find<PipeEndState>(handle.Name) is { } end)
                transition.Set(handle.Name, end.HeldAlsoBy(agent));
        }
    }

    /// <summary>Refuses to use an end of which the agent has no copy.</summary>
    public static void RefuseClosed(Transition transition) =>
        transition.Refuse(FailureKind.Disposed, "A connection was used that this process has closed. Close it after its last use, or leave it open here.");

    /// <summary>An agent closes its copy of an end.</summary>
    public static void Close(Transition transition, string agent, string end)
    {
        if (transition.State.Find<PipeEndState>(end) is not { } state || !state.Holders.Contains(agent))
            return;
        transition.Set(end, state.NotHeldBy(agent));
        Sweep(transition);
    }

    /// <summary>An agent that is gone has no copies any more.</summary>
    public static void CloseAll(Transition transition, string agent)
    {
        var held = HeldBy(transition.State, agent).ToList();
        foreach (var end in held)
            transition.Set(end, transition.State.Find<PipeEndState>(end)!.NotHeldBy(agent));
        if (held.Count > 0)
            Sweep(transition);
    }

    /// <summary>Messages that nobody can receive any more make no difference, nor do the ends in them: they are dropped.</summary>
    public static void Sweep(Transition transition)
    {
        var state = transition.State;
        foreach (var (name, end) in state.Objects.Of<PipeEndState>())
        {
            if (end.Inbox.Count > 0 && !IsOpen(state, name))
                transition.Set(name, end with { Inbox = [] });
        }
    }

    /// <summary>The ends that may be closed for good when one copy of each of these goes: they, and those in messages that would go with them.</summary>
    public static HashSet<string> ClosedWith(KernelState state, IEnumerable<string> ends)
    {
        var closed = new HashSet<string>();
        var open = new Stack<string>(ends);
        while (open.TryPop(out var name))
        {
            if (!closed.Add(name) || state.Find<PipeEndState>(name) is not { } end)
                continue;
            foreach (var handle in end.Carried.SelectMany(p => p.Handles).Where(h => h.Kind == Handle.Connection))
                open.Push(handle.Name);
        }

        return closed;
    }

    /// <summary>The name under which closing an end conflicts with whatever depends on its being open.</summary>
    public static string CopiesOf(string end) => end + ":copies";

    private static bool IsOpen(KernelState state, string end, HashSet<string> asked)
    {
        if (state.Find<PipeEndState>(end) is not { } found)
            return false;
        if (found.Holders.Count > 0)
            return true;
        if (!asked.Add(end))
            return false;
        for (var i = 0; i < state.Objects.Count; i++)
        {
            var (name, holder) = (state.Objects.Names[i], state.Objects.Values[i]);
            // A message that lies in a pipe which nobody can read holds nothing open.
            if (Carries(holder, end) && (holder is not PipeEndState || IsOpen(state, name, asked)))
                return true;
        }

        return false;
    }

    private static bool Carries(ObjectState holder, string end)
    {
        foreach (var payload in holder.Carried)
        {
            foreach (var handle in payload.Handles)
            {
                if (handle.Kind == Handle.Connection && handle.Name == end)
                    return true;
            }
        }

        return false;
    }
}
