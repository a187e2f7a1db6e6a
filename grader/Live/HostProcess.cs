using System.Diagnostics;
using System.Net.Sockets;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Live;

/// <summary>A cold-started host: one OS process for one agent, with a socket of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    /// <summary>A guard against a broken installation: a start takes some 0.1 s.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <summary>A killed process is gone at once; the system may take a moment to say so.</summary>
    private static readonly TimeSpan ReapLimit = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly Socket listener;
    private readonly string path;

    /// <summary>Starts a host.</summary>
    /// <param name="host">The path of the host's assembly.</param>
    /// <param name="path">A fresh path for its socket, in a private folder.</param>
    /// <param name="surroundings">The working folder and environment that it has; null for those of this process.</param>
    public HostProcess(string host, string path, Surroundings? surroundings)
    {
        this.path = path;
        listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        var start = new ProcessStartInfo(DotnetMuxer.Path) { UseShellExecute = false, RedirectStandardInput = true };
        foreach (var argument in (string[])[host, "--agent", path, "--live"])
            start.ArgumentList.Add(argument);
        if (surroundings is not null)
            Surround(start, surroundings);
        // One that is killed would leave the socket behind by which a debugger finds it.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
#pragma warning disable RS0030 // The one place that starts hosts of a live program; Kill and Dispose bound their lives.
        process = Process.Start(start)!;
#pragma warning restore RS0030
    }

    public int Id => process.Id;

    /// <summary>Waits for the host's one connection; its socket then has no name any more.</summary>
    /// <exception cref="IOException">It ended before it connected, or took too long.</exception>
    public async Task<MessageChannel> AcceptAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        var accepted = listener.AcceptAsync(limit.Token).AsTask();
        var ended = process.WaitForExitAsync(limit.Token);
        try
        {
            if (await Task.WhenAny(accepted, ended).ConfigureAwait(false) != accepted && ended.IsCompletedSuccessfully)
                throw new IOException($"Its host ended with exit code {process.ExitCode} before it was connected.");
            return new MessageChannel(await accepted.ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"Its host did not connect within {StartLimit.TotalSeconds} s.");
        }
        finally
        {
            await limit.CancelAsync().ConfigureAwait(false);
            listener.Dispose();
            File.Delete(path);
        }
    }

    private static void Surround(ProcessStartInfo start, Surroundings surroundings)
    {
        start.WorkingDirectory = surroundings.Folder;
        start.Environment.Clear();
        foreach (var variable in surroundings.Variables)
        {
            // On Windows the names of some that the system keeps for itself begin with the sign.
            var sign = variable.IndexOf('=', 1);
            start.Environment[variable[..sign]] = variable[(sign + 1)..];
        }
    }

    /// <summary>Ends the host now.</summary>
    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in between.
        }
    }

    /// <summary>The exit code as Python tells it: a signal's number is negative. Waits a moment for a host that is about to end.</summary>
    public int ReapExitCode()
    {
        if (!process.WaitForExit(ReapLimit))
            Kill();
        const int SignalBase = 128;
        return !process.WaitForExit(ReapLimit) ? -9
            : process.ExitCode > SignalBase ? SignalBase - process.ExitCode
            : process.ExitCode;
    }

    /// <summary>Ends the host, whatever it does, and waits until it is gone.</summary>
    public void Dispose()
    {
        Kill();
        process.WaitForExit(ReapLimit);
        process.Dispose();
        listener.Dispose();
    }
}
