using System.Net.Sockets;
using System.Runtime.InteropServices;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Grading.Hosting;

/// <summary>A socket under a fresh name that takes one connection, and is gone: the connection is the identity.</summary>
internal sealed class OneConnection : IDisposable
{
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private OneConnection(string path)
    {
        Path = path;
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
    }

    /// <summary>Where it listens.</summary>
    public string Path { get; }

    /// <summary>Begins to listen in a folder.</summary>
    public static OneConnection Listen(string folder) => new(System.IO.Path.Combine(folder, Guid.NewGuid().ToString("N")[..12]));

    /// <summary>Takes the connection, with its greeting.</summary>
    /// <param name="gone">Ends when whoever should connect has ended instead.</param>
    /// <param name="patience">How long that may take.</param>
    /// <returns>The connection, and the process that made it, 0 where the system does not tell; null when whoever should connect has gone.</returns>
    /// <exception cref="GraderFaultException">Nobody connects, or in another version of the contract.</exception>
    public async Task<(MessageChannel Channel, int ProcessId)?> AcceptAsync(Task gone, TimeSpan patience, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(patience);
        MessageChannel? channel = null;
        try
        {
            var accepting = listener.AcceptAsync(bound.Token).AsTask();
            if (await Task.WhenAny(accepting, gone).ConfigureAwait(false) == gone && !accepting.IsCompletedSuccessfully)
                return null;
            var socket = await accepting.ConfigureAwait(false);
            listener.Dispose();
            File.Delete(Path);
            var peer = PeerOf(socket);
            channel = new MessageChannel(socket);
            return await channel.ReceiveAsync(bound.Token).ConfigureAwait(false) is Hello { Version: Protocol.Version } hello
                ? (channel, peer ?? hello.ProcessId)
                : throw new GraderFaultException($"A host did not greet in version {Protocol.Version} of the contract. Build the solution again.");
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            channel?.Dispose();
            throw new GraderFaultException($"A host did not connect within {patience.TotalSeconds} s. Is the machine overloaded?", e);
        }
        catch
        {
            channel?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        File.Delete(Path);
    }

    /// <summary>The process that connected, as the kernel knows it: what a host says of itself proves nothing.</summary>
    private static int? PeerOf(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        const int SocketLevel = 1;
        const int PeerCredentials = 17;
        var credentials = new int[3];
        socket.GetRawSocketOption(SocketLevel, PeerCredentials, MemoryMarshal.AsBytes(credentials.AsSpan()));
        return credentials[0];
    }
}
