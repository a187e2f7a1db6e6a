using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Hosting.Running;

/// <summary>The stepwise driver: real processes, virtual time, one step at a time, in the order that a schedule picks.</summary>
public sealed class StepwiseRun(StudentProgram program, Scenario scenario, KernelSettings settings, ISchedule schedule, HostPool pool)
{
    /// <summary>How many steps one run may take; far more than any exercise needs, and the same on every machine.</summary>
    private const int MaxSteps = 20_000;

    /// <summary>How many objects and pieces of text the states of one run may hold in all, each state counting its own: a bound on memory.</summary>
    private const int MaxKeptObjects = 1_500_000;

    private readonly RunningHosts hosts = new(program, pool);
    private readonly BusyWaits busy = new();
    private readonly List<Choice> choices = [];
    private readonly List<TraceStep> steps = [];
    private long kept;
    private KernelState? asked;

    /// <summary>What one of its hosts was condemned for, which ended the run; null where none was.</summary>
    public CondemnedProcessException? Condemned { get; private set; }

    /// <summary>Runs, and where a host was lost for no reason of the program's, once more.</summary>
    /// <param name="begin">Makes the run; a second one must know nothing of the first.</param>
    /// <returns>The run that came through, and its trace.</returns>
    /// <exception cref="GraderFaultException">A host was lost again: something kills them.</exception>
    public static async Task<(StepwiseRun Run, Trace Trace)> RunAsync(Func<StepwiseRun> begin, CancellationToken cancellation)
    {
        var run = begin();
        try
        {
            return (run, await run.RunAsync(cancellation).ConfigureAwait(false));
        }
        catch (LostHostException)
        {
            run = begin();
            return (run, await run.RunAsync(cancellation).ConfigureAwait(false));
        }
    }

    /// <summary>Runs the program once, to its end, its first fault, or as far as a run may go. No process of it is left.</summary>
    public async Task<Trace> RunAsync(CancellationToken cancellation)
    {
        try
        {
            var fault = await WalkAsync(cancellation).ConfigureAwait(false);
            return new Trace(choices, steps, fault) { End = asked };
        }
        catch (CondemnedProcessException e)
        {
            Condemned = e;
            return new Trace(choices, steps, new Fault(e.Verdict, e.Text, e.Site));
        }
        finally
        {
            await hosts.StopAllAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Whether it was ended since it took too many steps, or too much to keep in mind: how it would have gone on is not known.</summary>
    public bool IsCutOff { get; private set; }

    private async Task<Fault?> WalkAsync(CancellationToken cancellation)
    {
        var target = new Target(program.EntryType, scenario.Entry, "*");
        var state = KernelRules.Begin(scenario.SettingsFrom(settings), target, scenario.Arguments, scenario.Files.Select(f => KeyValuePair.Create(f.Path, f.Content)));
        await hosts.StartAsync(state.Root, cancellation).ConfigureAwait(false);
        while (state.Root.IsAlive)
        {
            (state, var died) = await SubmitAllAsync(state, cancellation).ConfigureAwait(false);
            if (died is not null)
                return died;
            asked = state;
            var possible = KernelRules.Choices(state, busy.Parked);
            if (possible.Count == 0)
            {
                if (busy.Parked.Count == 0)
                    return Faults.Deadlock(state);
                var spinning = busy.Parked.ToList();
                if (!busy.TryResume())
                    return Faults.Livelock(state, spinning);
                continue;
            }

            kept += state.Size;
            IsCutOff = steps.Count == MaxSteps || kept > MaxKeptObjects;
            if (IsCutOff)
                return TooLong(state);
            if (schedule.Pick(state, possible) is not { } choice)
                return null;
            var result = KernelRules.Step(state, choice, parked: busy.Parked.Count > 0 ? busy.Parked : KernelRules.ParkedFor(state, choice));
            var step = new TraceStep(state, result.State, result.Events);
            choices.Add(choice);
            steps.Add(step);
            (state, asked) = (result.State, null);
            if (Faults.In(step, scenario) is { } fault)
                return fault;
            if (schedule.ParksBusyWaits)
                busy.Note(state, result.Events);
            await hosts.FollowAsync(result, cancellation).ConfigureAwait(false);
        }

        return Faults.Leak(state);
    }

    /// <summary>Waits until every running agent has asked for something, and submits it.</summary>
    private async Task<(KernelState State, Fault? Died)> SubmitAllAsync(KernelState state, CancellationToken cancellation)
    {
        foreach (var agent in state.Agents.Values.ToArray().Where(a => a.Status == AgentStatus.Running))
        {
            var (ask, died) = await hosts.NextAsync(agent, cancellation).ConfigureAwait(false);
            if (died is not null)
                return (state, died);
            state = KernelRules.Submit(state, agent.Name, ask!.Operation, ask.Site);
        }

        return (state, null);
    }

    private Fault? TooLong(KernelState state)
    {
        // A schedule may be unfair and starve the very step that would end it all: then it says nothing about the program.
        var taken = choices.Skip(choices.Count / 2).ToHashSet();
        if (KernelRules.Choices(state, busy.Parked).Any(choice => !taken.Contains(choice)))
            return null;

        // Nothing changed over the whole second half: that is going round, however many different things were done.
        var halfway = steps[steps.Count / 2].After;
        var spinning = taken.Select(choice => choice.Agent).Distinct().Order(StringComparer.Ordinal).Where(name => state.Agents[name] is { IsAlive: true, Pending: not EndProcess });
        return halfway.Objects.Equals(state.Objects) && halfway.Agents.Count == state.Agents.Count
            ? Faults.Livelock(state, spinning)
            : new Fault(Verdict.Limit, WhatIsTooMuch(), state.Root.Site);
    }

    private LocalizedText WhatIsTooMuch() => kept > MaxKeptObjects
        ? ($"In {steps.Count:n0} steps the program put more into files and shared objects than a run may keep in mind. Write less, or take fewer steps.",
           $"程序在 {steps.Count:n0} 步里写进文件和共享对象的内容超过了一次运行能记住的量。请少写一些，或者少走几步。")
        : ($"The program took more than {steps.Count:n0} steps. Is there a loop that never ends, or one that could do with fewer rounds?",
           $"程序执行了 {steps.Count:n0} 步以上。是不是有一个永远不会结束的循环，或者循环次数可以少一些？");
}
