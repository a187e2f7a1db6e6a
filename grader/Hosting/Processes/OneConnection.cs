using System.Net.Sockets;
using System.Runtime.InteropServices;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Hosting.Processes;

/// <summary>A socket under a fresh name that takes one connection, of the process that it is for, and is gone: the connection is the identity.</summary>
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
    /// <exception cref="GraderFaultException">No socket can be made there.</exception>
    public static OneConnection Listen(string folder)
    {
        try
        {
            return new(System.IO.Path.Combine(folder, Guid.NewGuid().ToString("N")[..SocketFolder.MaxNameLength]));
        }
        catch (SocketException e)
        {
            throw new GraderFaultException($"No socket for a host could be made in {folder}: {e.Message.TrimEnd('.')}. Make room there, or name another folder in TMPDIR.", e);
        }
    }

    /// <summary>Takes the connection, with its greeting.</summary>
    /// <param name="isExpected">Whether a process is the one that should connect; any other is turned away.</param>
    /// <param name="gone">Ends when whoever should connect has ended instead.</param>
    /// <param name="patience">How long that may take.</param>
    /// <returns>The connection, and the process that made it; null when whoever should connect has gone.</returns>
    /// <exception cref="GraderFaultException">Nobody connects, or in another version of the contract.</exception>
    public async Task<(MessageChannel Channel, int ProcessId)?> AcceptAsync(Func<int, Task<bool>> isExpected, Task gone, TimeSpan patience, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(patience);
        try
        {
            while (true)
            {
                var accepting = listener.AcceptAsync(bound.Token).AsTask();
                if (await Task.WhenAny(accepting, gone).ConfigureAwait(false) == gone && !accepting.IsCompletedSuccessfully)
                    return null;
                try
                {
                    if (await GreetAsync(await accepting.ConfigureAwait(false), isExpected, bound.Token).ConfigureAwait(false) is { } connection)
                        return connection;
                }
                catch (Exception e) when (e is EndOfStreamException or ProtocolException { Fault: ProtocolFault.Truncated })
                {
                    // It was ended between its connection and its greeting; how, is about to be known.
                    await gone.WaitAsync(bound.Token).ConfigureAwait(false);
                    return null;
                }
            }
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new GraderFaultException($"A host did not connect within {patience.TotalSeconds} s. Is the machine overloaded?", e);
        }
    }

    /// <summary>Hears the greeting of who has connected; null when that is another than should.</summary>
    /// <exception cref="EndOfStreamException">It closed the connection instead.</exception>
    private async Task<(MessageChannel Channel, int ProcessId)?> GreetAsync(Socket socket, Func<int, Task<bool>> isExpected, CancellationToken cancellation)
    {
        var channel = new MessageChannel(socket);
        try
        {
            // Where the system does not tell who it is, only its own word does.
            var peer = PeerOf(socket);
            if (peer is { } told && !await isExpected(told).ConfigureAwait(false))
            {
                channel.Dispose();
                return null;
            }

            listener.Dispose();
            File.Delete(Path);
            var greeting = await channel.ReceiveAsync(cancellation).ConfigureAwait(false) ?? throw new EndOfStreamException("It did not greet.");
            return greeting is Hello { Version: Protocol.Version } hello
                && (peer is not null || await isExpected(hello.ProcessId).ConfigureAwait(false))
                ? (channel, peer ?? hello.ProcessId)
                : throw new GraderFaultException($"A host did not greet in version {Protocol.Version} of the contract. Build the solution again.");
        }
        catch
        {
            channel.Dispose();
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
