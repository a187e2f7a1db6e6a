using System.Collections.Immutable;
using ExerciseKit.Contract;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Driving;

/// <summary>A small program run by the kernel: the part that real processes and a driver play elsewhere.</summary>
internal sealed class KernelRun : IRun<KernelRun>
{
    private readonly ImmutableSortedDictionary<string, Cursor> cursors;
    private readonly ImmutableList<string> lines;
    private readonly SmallProgram program;

    private KernelRun(SmallProgram program, KernelState state, ImmutableSortedDictionary<string, Cursor> cursors, ImmutableList<string> lines) =>
        (this.program, State, this.cursors, this.lines) = (program, state, cursors, lines);

    public KernelState State { get; }

    public IReadOnlyList<Turn> Turns => State.Root.IsAlive ? [.. KernelRules.Choices(State).Select(Translation.ToTurn)] : [];

    public object Key => (State, Positions);

    /// <summary>Where each process stands, and what was printed.</summary>
    public string Positions => string.Join('\n', cursors.Select(c => c.Value.Key).Append("").Concat(lines));

    public EndState End => EndState.Of(
        KernelRules.IsDeadlocked(State),
        (int)State.Now.TotalSeconds,
        State.Agents.Values.ToArray().Select(FateOf),
        lines,
        Translation.ThingsIn(State));

    public static KernelRun AtBeginning(SmallProgram program, Tier tier)
    {
        var settings = new KernelSettings(tier == Tier.Strict ? Timing.Strict : Timing.Loose, MaxProcesses: program.MaxProcesses) { QueueBuffer = program.QueueBuffer };
        var state = KernelRules.Begin(settings, Translation.Target, Payload.Null, program.Files);
        return new KernelRun(program, state, ImmutableSortedDictionary.Create<string, Cursor>(StringComparer.Ordinal), []).Ask();
    }

    public KernelRun After(Turn turn) => After(turn, out _);

    public KernelRun After(Turn turn, out StepResult result)
    {
        result = KernelRules.Step(State, Translation.ToChoice(turn));
        var moved = cursors;
        foreach (var reply in result.Replies)
            moved = moved.SetItem(reply.Agent, moved[reply.Agent].After(Translation.ToResult(reply.Outcome, moved[reply.Agent], reply.Agent)));
        var printed = result.Events.OfType<LinePrinted>().Select(p => EndState.Printed(p.Agent, Translation.ToPrintout(p.Stream), p.Line));
        return new KernelRun(program, result.State, moved, lines.AddRange(printed)).Ask();
    }

    public Step StepOf(string process) => cursors[process].Step;

    public Result LastOf(string process) => cursors[process].Last;

    /// <summary>Hands in what each running agent asks next.</summary>
    private KernelRun Ask()
    {
        var (state, positions) = (State, cursors);
        foreach (var agent in State.Agents.Values)
        {
            if (agent.Status != AgentStatus.Running)
                continue;
            if (!positions.TryGetValue(agent.Name, out var cursor))
                positions = positions.SetItem(agent.Name, cursor = Cursor.AtBeginning(program.TextOf(agent.Name)));
            var operation = Translation.ToOperation(cursor, agent.Name, program);
            state = KernelRules.Submit(state, agent.Name, operation, new CallSite("Program.cs", cursor.Step.Line));
        }

        return new KernelRun(program, state, positions, lines);
    }

    private string FateOf(AgentState agent)
    {
        if (agent.ExitCode is { } code)
            return EndState.Ended(agent.Name, code);
        if (KernelRules.LeftBehind(State).Contains(agent))
            return EndState.LeftBehind(agent.Name);
        var wait = KernelRules.Blocked(State).Single(w => w.Agent == agent.Name);
        return EndState.Stuck(agent.Name, StepOf(agent.Name), wait.HeldBy);
    }
}
