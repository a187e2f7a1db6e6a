using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Hosting.Hosts;

/// <summary>One OS process that student code runs in, and the connection to it.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    /// <summary>How long a new host may take to say hello, and a dead one to be reaped. Only a broken machine needs it.</summary>
    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(60);

    /// <summary>How long a thread sleeps for a message before the host is watched. Nothing depends on it.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(20);

    private readonly IHostLife life;
    private readonly MessageChannel channel;
    private readonly ISandbox sandbox;
    private readonly ProcessLimits limits;
    private volatile CondemnedHostException? condemned;

    private HostProcess(ISandbox sandbox, IHostLife life, MessageChannel channel, int processId, ProcessLimits limits) =>
        (this.sandbox, this.life, this.channel, ProcessId, this.limits) = (sandbox, life, channel, processId, limits);

    /// <summary>Its id, outside any sandbox.</summary>
    public int ProcessId { get; }

    /// <summary>The number of the run that it works for; frames of another are stale.</summary>
    public int Run { get; private set; }

    /// <summary>How many runs it has been given.</summary>
    public int Runs { get; private set; }

    /// <summary>Whether it has ended, or is just about to.</summary>
    public bool HasExited => life.Exit.IsCompleted || channel.IsOver;

    /// <summary>Whether it has said something that nobody has asked it for; what comes later than this look is told by its number.</summary>
    public bool HasSpokenUp => condemned is not null || channel.HasWaiting;

    /// <summary>Starts a host on a socket of its own.</summary>
    /// <param name="sandbox">Where.</param>
    /// <param name="folder">Where its socket is made.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="trespasser">Told of another process that connected in its place, and was turned away.</param>
    /// <exception cref="GraderFaultException">It does not start, or does not speak the contract.</exception>
    public static async Task<HostProcess> StartAsync(ISandbox sandbox, string folder, ProcessLimits limits, CancellationToken cancellation, Action<int>? trespasser = null)
    {
        using var socket = OneConnection.Listen(folder);
        var life = await sandbox.StartHostAsync(socket.Path, limits.Host, cancellation).ConfigureAwait(false);
        try
        {
            return await socket.AcceptAsync(IsExpectedAsync, life.Exit, StartBound, cancellation).ConfigureAwait(false) is var (channel, processId)
                ? new HostProcess(sandbox, life, channel, processId, limits)
                : throw NotConnected(await life.Exit.ConfigureAwait(false));
        }
        catch
        {
            await ReapAsync(life).ConfigureAwait(false);
            throw;
        }

        async Task<bool> IsExpectedAsync(int processId)
        {
            var isExpected = await life.IsAsync(processId).ConfigureAwait(false);
            if (!isExpected)
                trespasser?.Invoke(processId);
            return isExpected;
        }
    }

    /// <summary>Makes the host an agent, up to where the student's code begins.</summary>
    /// <returns>Why it can't, in its own words; null when it has begun.</returns>
    /// <exception cref="IOException">It has gone.</exception>
    /// <exception cref="CondemnedHostException">It does not take the message, or answers with another.</exception>
    public async Task<string?> BeginAsync(RunAgent run, CancellationToken cancellation)
    {
        Run = run.Run;
        Runs++;
        await SendAsync(run with { Assembly = sandbox.PathInside(run.Assembly) }, cancellation).ConfigureAwait(false);
        return await ReceiveAsync(cancellation).ConfigureAwait(false) switch
        {
            Begun begun when begun.Run == Run => null,
            HostFault fault when fault.Run == Run => fault.Reason,
            null => throw new IOException("The host has gone."),
            { } other => throw CondemnedHostException.OutOfTurn(other, "it should have said that it has begun"),
        };
    }

    /// <summary>Sends a message; a host that does not read is watched as one that does not speak.</summary>
    /// <exception cref="IOException">It has gone.</exception>
    /// <exception cref="CondemnedHostException">It does not take the message.</exception>
    public async Task SendAsync(Message message, CancellationToken cancellation)
    {
        var sending = channel.SendAsync(message, cancellation).AsTask();
        await new HostWatch(ProcessId, limits).AwaitAsync(sending, cancellation).ConfigureAwait(false);
        await sending.ConfigureAwait(false);
    }

    /// <summary>The next message; null when the host has gone.</summary>
    /// <exception cref="CondemnedHostException">It broke the protocol; or computes and says nothing, takes ever more memory, or sleeps.</exception>
    /// <exception cref="GraderFaultException">It neither works nor speaks: the machine is to blame.</exception>
    public async Task<Message?> ReceiveAsync(CancellationToken cancellation)
    {
        ThrowIfCondemned();
        var receiving = channel.ReceiveAsync(cancellation).AsTask();
        try
        {
            await new HostWatch(ProcessId, limits).AwaitAsync(receiving, cancellation).ConfigureAwait(false);
            var received = await receiving.ConfigureAwait(false);
            if (received is null)
                ThrowIfCondemned();
            return received;
        }
        catch (ProtocolException e) when (e.Fault != ProtocolFault.Truncated)
        {
            throw CondemnedHostException.Protocol(e);
        }
        catch (Exception e) when (e is IOException or ProtocolException)
        {
            // It was ended with bytes under way, which resets the connection or cuts a frame.
            ThrowIfCondemned();
            return null;
        }
    }

    /// <summary>The next message, for a thread that has nothing else to do: most come so soon that handing the work over would take longer.</summary>
    /// <inheritdoc cref="ReceiveAsync"/>
    public Message? Receive(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        channel.Await(ShortWait);
        return ReceiveAsync(cancellation).GetAwaiter().GetResult();
    }

    /// <summary>Notes that it connected to another host's socket: its next word condemns it.</summary>
    public void Trespassed() => condemned = CondemnedHostException.Protocol("it connected to the socket of another process.");

    /// <summary>Ends it at once; whoever waits for its word is told why.</summary>
    public void Condemn(CondemnedHostException why)
    {
        condemned = why;
        _ = life.KillAsync();
    }

    /// <summary>Waits until a host that has gone is reaped, and tells how it ended.</summary>
    /// <exception cref="LostHostException">Somebody killed it: that says nothing about the program.</exception>
    /// <exception cref="CondemnedHostException">It has not gone: it closed its connection and lives on.</exception>
    public async Task<HostExit> ExitAsync(CancellationToken cancellation)
    {
        try
        {
            await new HostWatch(ProcessId, limits).AwaitAsync(life.Exit, cancellation).ConfigureAwait(false);
            var exit = await life.Exit.ConfigureAwait(false);
            return exit.IsKilled ? throw new LostHostException(Sentence(exit, "in the middle of a run: it was killed from outside")) : exit with { Limits = limits.Host };
        }
        catch (CondemnedHostException e)
        {
            throw CondemnedHostException.Protocol($"it closed its connection in the middle of a run and lived on; it {e.Message}");
        }
    }

    /// <summary>How the host ended, once it has, whoever ended it.</summary>
    internal Task<HostExit> Exit => life.Exit;

    /// <summary>What to say of a host's end.</summary>
    public static string Sentence(HostExit exit, string when) => $"A host ended with code {exit.Code} {when}: {exit.Errors.Trim()}";

    private void ThrowIfCondemned()
    {
        if (condemned is { } why)
            throw why;
    }

    private static GraderFaultException NotConnected(HostExit exit) => exit.IsKilled
        ? new LostHostException(Sentence(exit, "before it connected: it was killed from outside"))
        : new GraderFaultException(Sentence(exit, "before it connected"));

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
