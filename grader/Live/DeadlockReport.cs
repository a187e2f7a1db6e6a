using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Live;

/// <summary>A deadlock in words: who waits where, for what, held by whom.</summary>
internal static class DeadlockReport
{
    public static string Write(LiveKernel kernel)
    {
        var text = new StringBuilder("Deadlock: no process can go on.");
        foreach (var wait in KernelRules.Blocked(kernel.State))
        {
            text.Append("\n  ").Append(Name(kernel, wait.Agent)).Append(wait.Operation is EndProcess ? " has ended and waits" : $" waits in {wait.Operation.Describe().En}");
            if (wait.Site.IsKnown && wait.Operation is not EndProcess)
                text.Append(" at ").Append(wait.Site);
            var holders = string.Join(" and ", wait.HeldBy.Select(h => Holder(kernel, h)));
            if (!wait.For.IsEmpty)
                text.Append(" for ").Append(wait.ForWith(LocalizedText.Same(holders)).En).Append(wait.Operation is ObjectOperation { Object: var what } ? $"; it was made at {kernel.BirthplaceOf(what)}" : "");
            else if (wait.Operation is ObjectOperation { Object: var name })
                text.Append(" for what was made at ").Append(kernel.BirthplaceOf(name)).Append(holders.Length > 0 ? $", held by {holders}" : "");
            else if (holders.Length > 0)
                text.Append(" for ").Append(holders);
        }

        return text.Append("\nThe program was ended with exit code 1.").ToString();
    }

    private static string Holder(LiveKernel kernel, string agent) =>
        kernel.IsAlive(agent) ? Name(kernel, agent) : $"{Name(kernel, agent)}, which has ended and will never let go";

    private static string Name(LiveKernel kernel, string agent) => kernel.State.Agents[agent]?.ProcessName ?? agent;
}
