using System.Diagnostics;
using System.Net.Sockets;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Multiprocessing.ByHand;

/// <summary>Starts the process that plays the kernel for a program started by hand; it ends with its last connection.</summary>
internal static class BrokerProcess
{
    /// <summary>Where the host stands, if not in the folder <c>host</c> beside the program.</summary>
    private const string HostVariable = "EXERCISEKIT_HOST";

    /// <summary>No more than a guard against a broken installation: a start takes some 0.1 s.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <summary>Starts the broker of the program at <paramref name="assembly"/>.</summary>
    /// <returns>The connection of the first process.</returns>
    public static MessageChannel Start(string assembly)
    {
        var folder = MakeFolder();
        try
        {
            var path = Path.Combine(folder.FullName, "root");
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen(1);
            using var broker = Launch(path, assembly);
            var channel = new MessageChannel(Accept(listener, broker));
            channel.Send(new Hello(Protocol.Version, Environment.ProcessId));
            return channel;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DirectoryInfo MakeFolder()
    {
        try
        {
            return SocketFolder.Create("exercisekit-");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"No folder could be made in {SocketFolder.Root}, and child processes connect through one: {e.Message.TrimEnd('.')}. Make room there, or name another folder in TMPDIR.", e);
        }
    }

    private static Process Launch(string socket, string assembly)
    {
        var host = Environment.GetEnvironmentVariable(HostVariable) is { Length: > 0 } given
            ? given
            : Path.Combine(AppContext.BaseDirectory, "host", "ExerciseKit.Host.dll");
        if (!File.Exists(host))
            throw new InvalidOperationException($"There is no host at {host}, so no child process can be started. Build the exercise again, or set {HostVariable} to the path of ExerciseKit.Host.dll.");
        var start = new ProcessStartInfo(DotnetMuxer.Path) { UseShellExecute = false };
        foreach (var argument in (string[])[host, "--broker", socket, assembly])
            start.ArgumentList.Add(argument);
#pragma warning disable RS0030 // The one place that starts a broker; the broker reaps itself when its connections end.
        return Process.Start(start)!;
#pragma warning restore RS0030
    }

    private static Socket Accept(Socket listener, Process broker)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        broker.EnableRaisingEvents = true;
        broker.Exited += (_, _) => limit.Cancel();
        if (broker.HasExited)
            limit.Cancel();
        try
        {
            return listener.AcceptAsync(limit.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException e)
        {
            throw new InvalidOperationException(
                broker.HasExited ? $"The broker ended with exit code {broker.ExitCode} before it was connected." : $"The broker did not connect within {StartLimit.TotalSeconds} s.", e);
        }
    }
}
