using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Hosting;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Agents;

namespace ExerciseKit.Grading.Running;

/// <summary>The hosts of one run, each the process of one agent.</summary>
internal sealed class RunningHosts(StudentProgram program, HostPool pool)
{
    private readonly Dictionary<string, HostProcess> hosts = [];

    /// <summary>The agents whose code runs; the others wait for an answer.</summary>
    private readonly HashSet<string> thinking = [];

    /// <summary>Gives an agent a process and lets it run.</summary>
    public async Task StartAsync(AgentState agent, CancellationToken cancellation)
    {
        var host = await pool.TakeAsync(cancellation).ConfigureAwait(false);
        hosts[agent.Name] = host;
        thinking.Add(agent.Name);
        var arguments = agent.Arguments.MapNames(name => Names.Relative(name, agent.Name));
        await host.BeginAsync(
            new RunAgent(pool.NextRun(), program.AssemblyPath, agent.Target, arguments, [], RunAhead: null, program.LoopBudget, program.KeepsStatics),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>What the agent asks next, or how its process died instead.</summary>
    /// <exception cref="GraderFaultException">The host broke the contract, or the machine starves it.</exception>
    public async Task<(Ask? Ask, Fault? Died)> NextAsync(AgentState agent, CancellationToken cancellation)
    {
        var host = hosts[agent.Name];
        Message? message;
        try
        {
            message = await host.ReceiveBoundedAsync(cancellation).ConfigureAwait(false);
        }
        catch (HostOverLimitException e)
        {
            return (null, new Fault(Verdict.Limit, $"{ProcessLabel.Of(agent)} {e.Message}", agent.Site));
        }

        return message switch
        {
            Ask ask when ask.Run == host.Run && thinking.Remove(agent.Name) => (ask, null),
            Ask ask => throw new GraderFaultException($"A host spoke for run {ask.Run} while it had run {host.Run}."),
            HostFault fault => throw new GraderFaultException($"The host of {ProcessLabel.Of(agent)} could not do its work: {fault.Reason}"),
            null => (null, HostDeath.FaultOf(await host.ExitAsync().ConfigureAwait(false), agent)),
            { } other => throw new GraderFaultException($"The host of {ProcessLabel.Of(agent)} sent a {other.GetType().Name} where it should have asked for an operation."),
        };
    }

    /// <summary>Passes on what a step decided: answers, new processes, ended ones.</summary>
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
                    await EndAsync(ended.Agent, cancellation).ConfigureAwait(false);
                    break;
                case ProcessDied died:
                    await StopAsync(died.Agent).ConfigureAwait(false);
                    break;
            }
        }

        foreach (var reply in result.Replies)
        {
            var host = hosts[reply.Agent];
            thinking.Add(reply.Agent);
            await AnswerAsync(host, reply.Outcome, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends every agent that is left.</summary>
    public async Task StopAllAsync()
    {
        foreach (var agent in hosts.Keys.ToList())
            await StopAsync(agent).ConfigureAwait(false);
    }

    private async Task EndAsync(string agent, CancellationToken cancellation)
    {
        if (!hosts.Remove(agent, out var host))
            return;
        await AnswerAsync(host, Done.Instance, cancellation).ConfigureAwait(false);
        pool.Return(host);
    }

    private static async Task AnswerAsync(HostProcess host, Outcome outcome, CancellationToken cancellation)
    {
        try
        {
            await host.SendAsync(new Answer(host.Run, outcome), cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            // A host that waits for an answer runs no code of the student's.
            var exit = await host.ExitAsync().ConfigureAwait(false);
            throw new GraderFaultException(HostProcess.Sentence(exit, "while it waited for an answer"), e);
        }
    }

    private async Task StopAsync(string agent)
    {
        if (!hosts.Remove(agent, out var host))
            return;
        if (thinking.Remove(agent))
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
        catch (IOException)
        {
            await pool.DiscardAsync(host).ConfigureAwait(false);
        }
    }
}
