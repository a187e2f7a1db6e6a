using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Follows who waits since when, through the last steps of a trace.</summary>
internal sealed class Waiting
{
    private readonly Dictionary<string, StepWait> waits = [];
    private readonly Dictionary<int, StepWait> ended = [];

    private Waiting()
    {
    }

    /// <summary>Those who wait after the last step, by name.</summary>
    public IReadOnlyDictionary<string, StepWait> AtEnd => waits;

    /// <summary>How the one waited who took the step of that index; null where it did not.</summary>
    public StepWait? Of(int index) => ended.GetValueOrDefault(index);

    /// <summary>Follows the steps that <paramref name="told"/> tells of.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="told">The last lines.</param>
    public static Waiting Through(Trace trace, IReadOnlyList<ToldEvent> told)
    {
        var waiting = new Waiting();
        if (told.Count == 0)
            return waiting;
        var number = told[0].Number - 1;
        var next = 0;
        for (var i = told[0].Index; i <= told[^1].Index; i++)
        {
            var step = trace.Steps[i];
            waiting.Look(step.Before, number);
            var actor = trace.Choices[i].Agent;
            if (step.After.Agents[actor]?.Pending != step.Before.Agents[actor]?.Pending && waiting.waits.Remove(actor, out var wait))
                waiting.ended[i] = wait;
            for (; next < told.Count && told[next].Index == i; next++)
                number = told[next].Number;
        }

        waiting.Look(trace.End is { } end && told[^1].Index == trace.Steps.Count - 1 ? end : trace.Steps[told[^1].Index].After, number);
        return waiting;
    }

    private void Look(KernelState state, int number)
    {
        foreach (var agent in state.Agents.Values)
        {
            if (agent.IsAlive && !waits.ContainsKey(agent.Name) && KernelRules.IsBlocked(state, agent))
                waits[agent.Name] = new StepWait(number, KernelRules.AwaitedBy(state, agent).Take(StepDetails.MostNames).ToEquatableArray(), agent.Pending is Sleep);
        }
    }
}
