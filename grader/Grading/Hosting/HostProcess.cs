using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Grading.Hosting;

/// <summary>One OS process that student code runs in, and the connection to it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int KeptErrorBytes = 4096;

    /// <summary>How long a new host may take to say hello, and a dead one to be reaped. Only a broken machine needs it.</summary>
    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(60);

    /// <summary>How much processor time may pass between two messages: for code inside the framework, which no loop budget counts.</summary>
    private static readonly TimeSpan ProcessorBound = TimeSpan.FromSeconds(30);

    /// <summary>How often to look at the processor time of a host that is silent.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>How long a host may be silent without using its processor before the machine is to blame.</summary>
    private static readonly TimeSpan SilenceBound = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly MessageChannel channel;
    private readonly StringBuilder errors = new();

    private HostProcess(Process process, MessageChannel channel) => (this.process, this.channel) = (process, channel);

    public int ProcessId => process.Id;

    /// <summary>The number of the run that it works for; frames of another are stale.</summary>
    public int Run { get; private set; }

    /// <summary>How many runs it has been given.</summary>
    public int Runs { get; private set; }

    /// <summary>What it wrote to its standard error, the end of it.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
                return errors.ToString();
        }
    }

    /// <summary>How much processor time it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.HasExited ? TimeSpan.Zero : process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a host on a socket of its own, which is closed after its first connection: the connection is the identity.</summary>
    /// <exception cref="GraderFaultException">It does not start, or does not speak the contract.</exception>
    public static async Task<HostProcess> StartAsync(string hostAssembly, string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N")[..12]);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        var process = Launch(hostAssembly, path);
        try
        {
            using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            bound.CancelAfter(StartBound);
            var gone = process.WaitForExitAsync(bound.Token);
            var accepted = listener.AcceptAsync(bound.Token).AsTask();
            if (await Task.WhenAny(accepted, gone).ConfigureAwait(false) == gone && process.HasExited)
                throw new GraderFaultException($"The host {hostAssembly} ended with code {process.ExitCode} before it connected: {await process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false)}");
            var channel = new MessageChannel(await accepted.ConfigureAwait(false));
            File.Delete(path);
            if (await channel.ReceiveAsync(bound.Token).ConfigureAwait(false) is not Hello { Version: Protocol.Version })
                throw new GraderFaultException($"The host {hostAssembly} did not greet in version {Protocol.Version} of the contract. Build the solution again.");
            var host = new HostProcess(process, channel);
            process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
            process.BeginErrorReadLine();
            return host;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            await ReapAsync(process).ConfigureAwait(false);
            throw new GraderFaultException($"The host {hostAssembly} did not connect within {StartBound.TotalSeconds} s.", e);
        }
        catch
        {
            await ReapAsync(process).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes the host an agent.</summary>
    public async Task BeginAsync(RunAgent run, CancellationToken cancellation)
    {
        Run = run.Run;
        Runs++;
        await channel.SendAsync(run, cancellation).ConfigureAwait(false);
    }

    public async Task SendAsync(Message message, CancellationToken cancellation) =>
        await channel.SendAsync(message, cancellation).ConfigureAwait(false);

    /// <summary>The next message; null when the host has gone.</summary>
    public async Task<Message?> ReceiveAsync(CancellationToken cancellation) =>
        await channel.ReceiveAsync(cancellation).ConfigureAwait(false);

    /// <summary>The next message; null when the host has gone.</summary>
    /// <exception cref="HostOverworkException">It computes and computes, and says nothing.</exception>
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
                before ??= ProcessorTime;
                if (ProcessorTime - before > ProcessorBound)
                    throw new HostOverworkException(ProcessorBound);
            }
        }

        return receiving.IsCompleted
            ? await receiving.ConfigureAwait(false)
            : throw new GraderFaultException($"The host {ProcessId} neither worked nor answered for {SilenceBound.TotalMinutes} minutes. Is the machine overloaded?");
    }

    /// <summary>Waits until a host that has gone is reaped, and gives its exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await ReapAsync(process).ConfigureAwait(false);
        return process.ExitCode;
    }

    /// <summary>Ends the host at once.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await ReapAsync(process).ConfigureAwait(false);
        process.Dispose();
    }

    private static Process Launch(string hostAssembly, string socket)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", hostAssembly, "--agent", socket },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        HostEnvironment.Apply(start.Environment);
#pragma warning disable RS0030 // The one place of the grader that starts student processes; they are reaped in DisposeAsync.
        var process = Process.Start(start) ?? throw new GraderFaultException("The system started no process for the host 'dotnet'.");
#pragma warning restore RS0030
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task ReapAsync(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }

        using var bound = new CancellationTokenSource(StartBound);
        await process.WaitForExitAsync(bound.Token).ConfigureAwait(false);
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (errors)
        {
            errors.AppendLine(line);
            if (errors.Length > KeptErrorBytes)
                errors.Remove(KeptErrorBytes / 2, errors.Length - KeptErrorBytes);
        }
    }
}
