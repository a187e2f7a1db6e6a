using ExerciseKit.Contract;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Replay;

/// <summary>Picks what a token says, as long as each process waits for what the token expects of it.</summary>
public sealed class ReplaySchedule(EquatableArray<ReplayStep> steps) : ISchedule
{
    private int taken;

    /// <summary>Where the run left the token's path; null as long as it has not.</summary>
    public Divergence? Divergence { get; private set; }

    /// <summary>The state after the last step, in which every process has asked for its next operation; null when the run ended before or with it.</summary>
    public KernelState? End { get; private set; }

    /// <summary>How many steps were taken.</summary>
    public int Taken => taken;

    public bool ParksBusyWaits => false;

    public Choice? Pick(KernelState state, IReadOnlyList<Choice> choices)
    {
        if (Divergence is not null)
            return null;
        if (taken == steps.Count)
        {
            End = state;
            return null;
        }

        var step = steps[taken];
        if (!IsPossible(state, choices, step.Choice) || ShortForm.Of(state, step.Choice) != step.Operation)
        {
            Divergence = new Divergence(taken + 1, Expected(state, step), Came(state, step));
            return null;
        }

        taken++;
        return step.Choice;
    }

    /// <summary>Takes note that the run ended; early, where the token has more steps.</summary>
    /// <param name="trace">The run.</param>
    public void NoteEnd(Trace trace)
    {
        if (Divergence is not null || taken == steps.Count)
            return;
        LocalizedText came = trace.Fault?.Message is { } why ? ($"the run ended before it: {why.En}", $"运行在此之前就结束了：{why.Zh}") : ("the run ended before it", "运行在此之前就结束了");
        Divergence = new Divergence(taken + 1, Expected(trace.Steps.Count == 0 ? null : trace.Steps[^1].After, steps[taken]), came);
    }

    // The search lets the clock go on where everybody only goes round; a run finds that out a few rounds later.
    private static bool IsPossible(KernelState state, IReadOnlyList<Choice> choices, Choice choice) =>
        choices.Contains(choice) || KernelRules.ChoicesPast(state).Contains(choice);

    private static LocalizedText Expected(KernelState? state, ReplayStep step)
    {
        var who = Label(state, step.Choice.Agent);
        var operation = step.Operation.Length == 0 ? ("whatever it does", "任何操作") : LocalizedText.Same(step.Operation);
        return step.Choice.Kind switch
        {
            ChoiceKind.TimeOut => ($"{who.En}: {operation.En}, which runs out of patience", $"{who.Zh}：{operation.Zh}，等到超时"),
            ChoiceKind.Die => ($"{who.En}: {operation.En}, when it is ended from outside", $"{who.Zh}：{operation.Zh}，此时被外力终止"),
            _ => ($"{who.En}: {operation.En}", $"{who.Zh}：{operation.Zh}"),
        };
    }

    private static LocalizedText Came(KernelState state, ReplayStep step)
    {
        if (state.Agents[step.Choice.Agent] is not { } agent)
            return ("there is no such process yet", "还没有这个进程");
        if (!agent.IsAlive)
            return ($"{ProcessLabel.Of(agent)} has ended", $"{ProcessLabel.Of(agent)} 已经结束");
        if (agent.Pending is not { } operation)
            return ($"{ProcessLabel.Of(agent)} waits for nothing", $"{ProcessLabel.Of(agent)} 没有在等待什么");
        var what = operation.Describe();
        LocalizedText asked = ($"{ProcessLabel.Of(agent)}: {what.En} at {agent.Site}", $"{ProcessLabel.Of(agent)}：{agent.Site} 的 {what.Zh}");
        return ShortForm.Of(state, step.Choice) == step.Operation ? ($"{asked.En}, for which that can't happen now", $"{asked.Zh}，而它此刻还做不到") : asked;
    }

    private static LocalizedText Label(KernelState? state, string agent) =>
        state?.Agents[agent] is { } known ? LocalizedText.Same(ProcessLabel.Of(known)) : ($"process {agent}", $"进程 {agent}");
}

/// <summary>Where a run went another way than its token.</summary>
/// <param name="Step">The step, from 1; one more than the token has when only the end was another.</param>
/// <param name="Expected">What should have come, in words.</param>
/// <param name="Came">What came instead, in words.</param>
public sealed record Divergence(int Step, LocalizedText Expected, LocalizedText Came);
