using System.Threading.Channels;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Live;

/// <summary>A program running for real: answers each operation as soon as it can complete, and starts and kills real processes.</summary>
/// <remarks>
/// All that happens goes through one inbox and is dealt with by one reader, so the kernel needs no lock.
/// A deadlock is known in the moment it comes about, since the kernel sees everybody's operation.
/// </remarks>
public sealed class LiveProgram : IAsyncDisposable
{
    /// <summary>As of a process whose start fails in Python.</summary>
    private const int CutOffExitCode = 1;

    /// <summary>What the pipe below Python's queues takes on Linux: who puts more does not end before somebody has taken it.</summary>
    private const int QueueBufferChars = 64 << 10;

    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly LiveOptions options;
    private readonly TimeProvider clock;
    private readonly long began;
    private readonly Channel<Incoming> inbox = Channel.CreateUnbounded<Incoming>(new() { SingleReader = true });
    private readonly Dictionary<string, LiveAgentConnection> connections = [];
    private readonly LiveHosts hosts;
    private readonly ITimer timer;
    private LiveKernel kernel = null!;
    private EndProcess? rootEnd;

    /// <summary>Prepares a run; nothing is started yet.</summary>
    public LiveProgram(LiveOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        began = clock.GetTimestamp();
        hosts = new LiveHosts(options, inbox.Writer);
        timer = clock.CreateTimer(_ => inbox.Writer.TryWrite(new TimePassed()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs a program whose first process is a host's, too; when this returns, no process of it is left.</summary>
    /// <param name="target">What the first process runs.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="cancellation">Ends the program.</param>
    public async Task<LiveEnd> RunAsync(Target target, Payload arguments, CancellationToken cancellation)
    {
        Begin(target, arguments, hosts.Start(Names.Root, surroundings: null));
        hosts.Connect(Names.Root, new RunAgent(LiveAgentConnection.Run, options.Assembly, target, arguments, [], null, 0, FreshStatics: true), Greeted);
        return await ServeAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Serves the program until its first process is gone; when this returns, so are all others.</summary>
    /// <param name="root">The connection of the first process, which runs already; the caller disposes of it.</param>
    /// <param name="cancellation">Ends the program.</param>
    public async Task<LiveEnd> RunAsync(MessageChannel root, CancellationToken cancellation)
    {
        var connection = new LiveAgentConnection(Names.Root, root, inbox.Writer);
        var id = await connection.GreetAsync(cancellation).ConfigureAwait(false);
        Begin(new Target("", "", ""), Payload.Null, id);
        connections[Names.Root] = connection;
        var reading = hosts.ReadAsync(Names.Root, connection, cancellation);
        var end = await ServeAsync(cancellation).ConfigureAwait(false);
        if (end.Ending == LiveEnding.Deadlocked)
            connection.Answer(null);
        // The first process ends by itself now; its closed connection is the sign that it has.
        await reading.ConfigureAwait(false);
        return end;
    }

    /// <summary>Ends every process that is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync().ConfigureAwait(false);
        await hosts.DisposeAsync().ConfigureAwait(false);
    }

    private void Begin(Target target, Payload arguments, int rootId) =>
        kernel = new LiveKernel(KernelRules.Begin(new KernelSettings(Timing.Live, options.Seed, options.MaxProcesses) { QueueBuffer = QueueBufferChars }, target, arguments, rootId: rootId));

    private async Task<LiveEnd> ServeAsync(CancellationToken cancellation)
    {
        LiveEnd? end = null;
        while (end is null)
            end = Take(await inbox.Reader.ReadAsync(cancellation).ConfigureAwait(false)) ?? Settle();

        foreach (var left in kernel.LeftBehind())
            options.Tell($"Process {left.ProcessName} ({left.Id}), started at {kernel.BirthplaceOf(left.Name)}, was left behind: its parent was ended before it. It was ended, too.");
        await hosts.DisposeAsync().ConfigureAwait(false);
        return end;
    }

    private LiveEnd? Take(Incoming incoming)
    {
        kernel.Reach(clock.GetElapsedTime(began));
        switch (incoming)
        {
            case Asked asked when kernel.IsAlive(asked.Agent):
                kernel.Submit(asked.Agent, asked.Operation, asked.Site);
                break;
            case Gone { Agent: Names.Root } gone:
                if (gone.Fault is { } broken)
                    options.Tell($"The first process was cut off: {broken}");
                return rootEnd is null
                    ? new LiveEnd(gone.Fault is null ? LiveEnding.Lost : LiveEnding.Faulted, null)
                    : new LiveEnd(LiveEnding.Ended, rootEnd);
            case Gone { Fault: { } fault } gone when kernel.IsAlive(gone.Agent) && !kernel.IsDying(gone.Agent):
                options.Tell($"Process {kernel.State.Agents[gone.Agent]!.ProcessName} was cut off: {fault}");
                hosts.Kill(gone.Agent);
                Carry(kernel.Lose(gone.Agent, CutOffExitCode, StartHost));
                break;
            case Gone gone when kernel.IsDying(gone.Agent):
                Carry(kernel.Step(new Choice(gone.Agent, ChoiceKind.Die), StartHost));
                break;
            case Gone gone when kernel.IsAlive(gone.Agent):
                Carry(kernel.Lose(gone.Agent, hosts.Reap(gone.Agent), StartHost));
                break;
        }

        return null;
    }

    /// <summary>Lets everything happen that can happen now.</summary>
    private LiveEnd? Settle()
    {
        while (kernel.Next() is { } choice)
            Carry(kernel.Step(choice, StartHost));

        if (kernel.IsDeadlocked)
        {
            options.Tell(DeadlockReport.Write(kernel));
            return new LiveEnd(LiveEnding.Deadlocked, null);
        }

        if (kernel.NextDeadline is { } deadline)
        {
            var left = deadline - clock.GetElapsedTime(began);
            // No timer counts to more than 49 days; when this one fires too early, it is only set again.
            var wait = left < LongestTimer ? left : LongestTimer;
            // A timer counts whole milliseconds; one that fires early would only be set again.
            timer.Change(wait > TimeSpan.Zero ? wait + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        return null;
    }

    /// <summary>A process for a child that is about to come to life.</summary>
    private int StartHost(ProcessStarted started) => hosts.Start(
        started.Child,
        started.InPlaceOf is { } ended ? hosts.SurroundingsOf(ended) : ((StartProcess)kernel.State.Agents[started.Agent]!.Pending!).Surroundings);

    private void Connect(AgentState child)
    {
        var arguments = child.Arguments.MapNames(name => Names.Relative(name, child.Name));
        hosts.Connect(child.Name, new RunAgent(LiveAgentConnection.Run, options.Assembly, child.Target, arguments, [], null, 0, FreshStatics: true), Greeted);
    }

    private void Greeted(string agent, LiveAgentConnection connection)
    {
        lock (connections)
            connections[agent] = connection;
    }

    private void Carry(StepResult step)
    {
        // A signal takes a moment: until its process is gone, whoever was terminated lives.
        foreach (var condemned in kernel.NewlyCondemned())
            hosts.Kill(condemned);
        foreach (var started in step.Events.OfType<ProcessStarted>())
            Connect(step.State.Agents[started.Child]!);
        foreach (var reply in step.Replies)
            Answer(reply.Agent, reply.Outcome);
        foreach (var happened in step.Events)
        {
            switch (happened)
            {
                case ProcessDied died:
                    hosts.Kill(died.Agent);
                    break;
                case ProcessEnded ended:
                    if (ended.Agent == Names.Root)
                        rootEnd = ended.End;
                    Answer(ended.Agent, Done.Instance);
                    break;
            }
        }
    }

    private void Answer(string agent, Outcome outcome)
    {
        LiveAgentConnection? connection;
        lock (connections)
            connections.TryGetValue(agent, out connection);
        connection?.Answer(outcome);
    }
}
