using System.Threading.Channels;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Live;

/// <summary>The OS processes of a live program's children: started, read from, killed, and none of them left at the end.</summary>
internal sealed class LiveHosts(LiveOptions options, ChannelWriter<Incoming> inbox) : IAsyncDisposable
{
    private readonly DirectoryInfo folder = SocketFolder.Create("exercisekit-");
    private readonly CancellationTokenSource ended = new();
    private readonly Dictionary<string, HostProcess> processes = [];
    private readonly Dictionary<string, Surroundings?> around = [];
    private readonly List<Task> reading = [];
    private bool isDisposed;

    /// <summary>Starts a process for an agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="surroundings">What its parent has around it; null for what this process has.</param>
    /// <returns>Its process id.</returns>
    public int Start(string agent, Surroundings? surroundings)
    {
        var process = new HostProcess(options.Host, Path.Combine(folder.FullName, $"{processes.Count}"), surroundings);
        processes.Add(agent, process);
        around.Add(agent, surroundings);
        return process.Id;
    }

    /// <summary>What an agent's process was started with around it.</summary>
    public Surroundings? SurroundingsOf(string agent) => around[agent];

    /// <summary>Connects an agent's process and tells it what to run; does not wait for that.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="run">What it runs.</param>
    /// <param name="connected">Given the connection before the agent can ask anything.</param>
    public void Connect(string agent, RunAgent run, Action<string, LiveAgentConnection> connected) =>
        reading.Add(Task.Run(() => ServeAsync(agent, run, connected)));

    /// <summary>Reads what an agent asks until its connection ends, and puts its end into the inbox.</summary>
    public async Task ReadAsync(string agent, LiveAgentConnection connection, CancellationToken cancellation) =>
        await PassOnAsync(agent, () => connection.ReadAsync(cancellation)).ConfigureAwait(false);

    /// <summary>Kills an agent's process.</summary>
    public void Kill(string agent)
    {
        if (processes.TryGetValue(agent, out var process))
            process.Kill();
    }

    /// <summary>The exit code of an agent's process that is gone.</summary>
    public int Reap(string agent) => processes[agent].ReapExitCode();

    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        await ended.CancelAsync().ConfigureAwait(false);
        foreach (var process in processes.Values)
            process.Kill();
        await Task.WhenAll(reading).ConfigureAwait(false);
        foreach (var process in processes.Values)
            process.Dispose();
        ended.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task ServeAsync(string agent, RunAgent run, Action<string, LiveAgentConnection> connected) =>
        await PassOnAsync(agent, async () =>
        {
            using var channel = await processes[agent].AcceptAsync(ended.Token).ConfigureAwait(false);
            var connection = new LiveAgentConnection(agent, channel, inbox);
            await connection.GreetAsync(ended.Token).ConfigureAwait(false);
            connected(agent, connection);
            await connection.SendAsync(run, ended.Token).ConfigureAwait(false);
            await connection.ReadAsync(ended.Token).ConfigureAwait(false);
        }).ConfigureAwait(false);

    private async Task PassOnAsync(string agent, Func<Task> read)
    {
        string? fault = null;
        try
        {
            await read().ConfigureAwait(false);
        }
        catch (ProtocolException e)
        {
            fault = $"{e.Fault}: {e.Message}";
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            // A process that dies may reset its connection instead of closing it.
        }
        catch (OperationCanceledException)
        {
            // The program is over, and nobody reads the inbox any more.
        }
        finally
        {
            inbox.TryWrite(new Gone(agent, fault));
        }
    }
}
