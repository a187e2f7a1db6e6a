using System.Text;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Live;

/// <summary>A deadlock in words: who waits where, for what, held by whom.</summary>
internal static class DeadlockReport
{
    public static string Write(KernelState state)
    {
        var text = new StringBuilder("Deadlock: no process can go on.");
        foreach (var wait in KernelRules.Blocked(state))
        {
            text.Append("\n  ").Append(Name(state, wait.Agent)).Append(" waits in ").Append(wait.Operation.Describe());
            if (wait.Site.IsKnown)
                text.Append(" at ").Append(wait.Site);
            if (Object(wait.Operation) is { } named)
                text.Append(" for ").Append(named);
            if (wait.HeldBy.Count > 0)
                text.Append(wait.Operation is ObjectOperation ? ", held by " : ", for ").AppendJoin(" and ", wait.HeldBy.Select(h => Holder(state, h)));
        }

        return text.Append("\nThe program was ended with exit code 1.").ToString();
    }

    private static string? Object(Operation operation) =>
        operation is ObjectOperation { Object: var name } ? $"object {name[(name.IndexOf('~', StringComparison.Ordinal) + 1)..]} of {name[..name.IndexOf('~', StringComparison.Ordinal)]}" : null;

    private static string Holder(KernelState state, string agent) =>
        state.Agents[agent] is { IsAlive: false } ? $"{Name(state, agent)}, which has ended and will never let go" : Name(state, agent);

    private static string Name(KernelState state, string agent) => state.Agents[agent]?.ProcessName ?? agent;
}
