using ExerciseKit.Contract.Wire;
using ExerciseKit.Grading.Sandboxing;

namespace ExerciseKit.Grading.Hosting;

/// <summary>One OS process that student code runs in, and the connection to it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>How long a new host may take to say hello, and a dead one to be reaped. Only a broken machine needs it.</summary>
    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(60);

    /// <summary>How long a host may take to end that has closed its connection.</summary>
    private static readonly TimeSpan EndBound = TimeSpan.FromSeconds(20);

    /// <summary>How often to look at what a host uses that is silent.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a host may be silent without using its processor before the machine is to blame.</summary>
    private static readonly TimeSpan SilenceBound = TimeSpan.FromMinutes(5);

    private readonly IHostLife life;
    private readonly MessageChannel channel;
    private readonly ISandbox sandbox;
    private readonly ProcessLimits limits;

    private HostProcess(ISandbox sandbox, IHostLife life, MessageChannel channel, int processId, ProcessLimits limits) =>
        (this.sandbox, this.life, this.channel, ProcessId, this.limits) = (sandbox, life, channel, processId, limits);

    /// <summary>Its id, outside any sandbox.</summary>
    public int ProcessId { get; }

    /// <summary>The number of the run that it works for; frames of another are stale.</summary>
    public int Run { get; private set; }

    /// <summary>How many runs it has been given.</summary>
    public int Runs { get; private set; }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => life.Exit.IsCompleted;

    /// <summary>Starts a host on a socket of its own.</summary>
    /// <param name="sandbox">Where.</param>
    /// <param name="folder">Where its socket is made.</param>
    /// <param name="limits">What it may use.</param>
    /// <exception cref="GraderFaultException">It does not start, or does not speak the contract.</exception>
    public static async Task<HostProcess> StartAsync(ISandbox sandbox, string folder, ProcessLimits limits, CancellationToken cancellation)
    {
        using var socket = OneConnection.Listen(folder);
        var life = await sandbox.StartHostAsync(socket.Path, limits.Host, cancellation).ConfigureAwait(false);
        try
        {
            if (await socket.AcceptAsync(life.Exit, StartBound, cancellation).ConfigureAwait(false) is not var (channel, processId))
                throw new GraderFaultException(Sentence(await life.Exit.ConfigureAwait(false), "before it connected"));
            return await life.IsAsync(processId).ConfigureAwait(false)
                ? new HostProcess(sandbox, life, channel, processId, limits)
                : throw new GraderFaultException($"Process {processId} connected in the place of a host that was being started. What runs beside it in this hand-in?");
        }
        catch
        {
            await ReapAsync(life).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes the host an agent.</summary>
    public async Task BeginAsync(RunAgent run, CancellationToken cancellation)
    {
        Run = run.Run;
        Runs++;
        await SendAsync(run with { Assembly = sandbox.PathInside(run.Assembly) }, cancellation).ConfigureAwait(false);
    }

    /// <exception cref="IOException">It has gone.</exception>
    public async Task SendAsync(Message message, CancellationToken cancellation) =>
        await channel.SendAsync(message, cancellation).ConfigureAwait(false);

    /// <summary>The next message; null when the host has gone.</summary>
    /// <exception cref="GraderFaultException">It broke the contract.</exception>
    public async Task<Message?> ReceiveAsync(CancellationToken cancellation)
    {
        try
        {
            return await channel.ReceiveAsync(cancellation).ConfigureAwait(false);
        }
        catch (ProtocolException e)
        {
            throw new GraderFaultException($"The host {ProcessId} broke the contract ({e.Fault}): {e.Message}", e);
        }
        catch (IOException)
        {
            // It was killed with bytes under way, which resets the connection.
            return null;
        }
    }

    /// <summary>The next message; null when the host has gone.</summary>
    /// <exception cref="HostOverLimitException">It computes and computes, and says nothing, or takes ever more memory.</exception>
    /// <exception cref="GraderFaultException">It neither works nor speaks: the machine is to blame.</exception>
    public async Task<Message?> ReceiveBoundedAsync(CancellationToken cancellation)
    {
        var receiving = ReceiveAsync(cancellation);
        TimeSpan? before = null;
        for (var silent = TimeSpan.Zero; !receiving.IsCompleted && silent < SilenceBound; silent += LookEvery)
        {
            try
            {
                await receiving.WaitAsync(LookEvery, cancellation).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                var usage = ProcessUsage.Of(ProcessId);
                before ??= usage.Processor;
                if (usage.Processor - before > limits.MaxProcessorTime)
                    throw HostOverLimitException.Processor(limits.MaxProcessorTime);
                if (usage.ResidentBytes > limits.MaxResidentBytes)
                    throw HostOverLimitException.Memory(limits.Host.MaxMemoryBytes);
            }
        }

        return receiving.IsCompleted
            ? await receiving.ConfigureAwait(false)
            : throw new GraderFaultException($"The host {ProcessId} neither worked nor answered for {SilenceBound.TotalMinutes} minutes. Is the machine overloaded?");
    }

    /// <summary>Waits until a host that has gone is reaped, and tells how it ended.</summary>
    /// <exception cref="GraderFaultException">Somebody killed it: that says nothing about the program.</exception>
    public async Task<HostExit> ExitAsync()
    {
        try
        {
            var exit = await life.Exit.WaitAsync(EndBound).ConfigureAwait(false);
            return exit.IsKilled ? throw new GraderFaultException(Sentence(exit, "in the middle of a run: it was killed from outside")) : exit;
        }
        catch (TimeoutException e)
        {
            throw new GraderFaultException($"The host {ProcessId} closed its connection in the middle of a run and lived on.", e);
        }
    }

    /// <summary>How the host ended, once it has, whoever ended it.</summary>
    internal Task<HostExit> Exit => life.Exit;

    /// <summary>What to say of a host's end.</summary>
    public static string Sentence(HostExit exit, string when) => $"A host ended with code {exit.Code} {when}: {exit.Errors.Trim()}";

    /// <summary>Ends the host at once.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await ReapAsync(life).ConfigureAwait(false);
    }

    private static async Task<HostExit> ReapAsync(IHostLife life)
    {
        await life.KillAsync().ConfigureAwait(false);
        try
        {
            return await life.Exit.WaitAsync(StartBound).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new GraderFaultException($"A host could not be killed within {StartBound.TotalSeconds} s. Is the machine overloaded?", e);
        }
    }
}
