using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Kernel;

namespace ExerciseKit.Hosting.Running;

/// <summary>The hosts of one run, each the process of one agent.</summary>
internal sealed class RunningHosts(StudentProgram program, HostPool pool)
{
    private readonly Dictionary<string, HostProcess> hosts = [];

    /// <summary>The agents whose code runs; the others wait for an answer.</summary>
    private readonly HashSet<string> thinking = [];

    /// <summary>What each agent can speak of.</summary>
    private readonly Dictionary<string, KnownNames> names = [];

    /// <summary>Gives an agent a process and lets it run.</summary>
    /// <exception cref="CondemnedProcessException">The process is no honest host.</exception>
    public async Task StartAsync(AgentState agent, CancellationToken cancellation)
    {
        var arguments = agent.Arguments.MapNames(name => Names.Relative(name, agent.Name));
        names[agent.Name] = new KnownNames(arguments);
        var run = new RunAgent(pool.NextRun(), program.AssemblyPath, agent.Target, arguments, [], RunAhead: null, program.LoopBudget, program.KeepsStatics);
        hosts[agent.Name] = await CondemningAsync(agent, () => pool.BeginAsync(run, own: null, cancellation)).ConfigureAwait(false);
        thinking.Add(agent.Name);
    }

    /// <summary>What the agent asks next, or how its process died instead.</summary>
    /// <exception cref="CondemnedProcessException">The process is no honest host.</exception>
    /// <exception cref="GraderFaultException">The machine starves it.</exception>
    public async Task<(Ask? Ask, Fault? Died)> NextAsync(AgentState agent, CancellationToken cancellation)
    {
        var host = hosts[agent.Name];
        var ask = await CondemningAsync(agent, () => AskOfAsync(agent, host, cancellation)).ConfigureAwait(false);
        if (ask is null)
            return (null, HostDeath.FaultOf(await CondemningAsync(agent, () => host.ExitAsync(cancellation)).ConfigureAwait(false), agent));
        thinking.Remove(agent.Name);
        return (ask, null);
    }

    /// <summary>Passes on what a step decided: answers, new processes, ended ones.</summary>
    /// <exception cref="CondemnedProcessException">A process is no honest host.</exception>
    public async Task FollowAsync(StepResult result, CancellationToken cancellation)
    {
        foreach (var happened in result.Events)
        {
            switch (happened)
            {
                case ProcessStarted started:
                    await StartAsync(result.State.Agents[started.Child]!, cancellation).ConfigureAwait(false);
                    break;
                case ProcessEnded ended:
                    await EndAsync(result.State.Agents[ended.Agent]!, cancellation).ConfigureAwait(false);
                    break;
                case ProcessDied died:
                    await StopAsync(died.Agent).ConfigureAwait(false);
                    break;
            }
        }

        foreach (var reply in result.Replies)
        {
            names[reply.Agent].Take(reply.Outcome);
            await AnswerAsync(result.State.Agents[reply.Agent]!, reply.Outcome, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends every agent that is left.</summary>
    public async Task StopAllAsync()
    {
        foreach (var agent in hosts.Keys.ToList())
            await StopAsync(agent).ConfigureAwait(false);
    }

    private async Task<Ask?> AskOfAsync(AgentState agent, HostProcess host, CancellationToken cancellation) =>
        await host.ReceiveAsync(cancellation).ConfigureAwait(false) switch
        {
            Ask ask when ask.Run != host.Run => throw CondemnedHostException.Stale(ask.Run, host.Run),
            Ask ask => names[agent.Name].ObjectionTo(ask.Operation) is { } objection ? throw CondemnedHostException.Protocol(objection) : ask,
            null => null,
            { } other => throw CondemnedHostException.OutOfTurn(other, "it should have asked for an operation"),
        };

    private async Task EndAsync(AgentState agent, CancellationToken cancellation)
    {
        if (!hosts.TryGetValue(agent.Name, out var host))
            return;
        await AnswerAsync(agent, Done.Instance, cancellation).ConfigureAwait(false);
        thinking.Remove(agent.Name);
        hosts.Remove(agent.Name);
        pool.Return(host);
    }

    private async Task AnswerAsync(AgentState agent, Outcome outcome, CancellationToken cancellation)
    {
        var host = hosts[agent.Name];
        // From here on nobody can tell where its code is.
        thinking.Add(agent.Name);
        await CondemningAsync(agent, () => host.HasSpokenUp
            ? throw CondemnedHostException.AfterItsEnd()
            : TellAsync(host, new Answer(host.Run, outcome), cancellation)).ConfigureAwait(false);
    }

    private static async Task TellAsync(HostProcess host, Answer answer, CancellationToken cancellation)
    {
        try
        {
            await host.SendAsync(answer, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            // A host that waits for an answer runs no code of the student's.
            throw new LostHostException(HostProcess.Sentence(await host.ExitAsync(cancellation).ConfigureAwait(false), "while it waited for an answer"), e);
        }
    }

    private static async Task CondemningAsync(AgentState agent, Func<Task> use) =>
        await CondemningAsync(agent, async () =>
        {
            await use().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);

    private static async Task<T> CondemningAsync<T>(AgentState agent, Func<Task<T>> use)
    {
        try
        {
            return await use().ConfigureAwait(false);
        }
        catch (CondemnedHostException e)
        {
            throw new CondemnedProcessException(ProcessLabel.Of(agent), agent.Site, e);
        }
    }

    private async Task StopAsync(string agent)
    {
        if (!hosts.Remove(agent, out var host))
            return;
        if (thinking.Remove(agent) || host.HasSpokenUp)
        {
            // Where its code is nobody can tell: only the end of its process ends it.
            await pool.DiscardAsync(host).ConfigureAwait(false);
            return;
        }

        try
        {
            await host.SendAsync(new Answer(host.Run, Outcome: null), CancellationToken.None).ConfigureAwait(false);
            pool.Return(host);
        }
        catch (Exception e) when (e is IOException or CondemnedHostException)
        {
            // Its run is over; whatever it did instead of waiting is of no account any more.
            await pool.DiscardAsync(host).ConfigureAwait(false);
        }
    }
}
