using System.Buffers.Binary;
using System.Net.Sockets;

namespace ExerciseKit.Contract.Wire;

/// <summary>A connection that carries <see cref="Message"/>s: four bytes of length, little-endian, then the message (<see cref="FrameReader"/>).</summary>
/// <remarks>One reader and one writer at a time. Any fault of the peer is a <see cref="ProtocolException"/>.</remarks>
public sealed class MessageChannel(Socket socket) : IDisposable
{
    private const int HeaderBytes = 4;

    private readonly NetworkStream stream = new(socket, ownsSocket: true);
    private readonly FrameWriter outgoing = new();
    private byte[] incoming = new byte[4096];

    /// <summary>Whether the peer has sent something that was not received yet.</summary>
    public bool HasWaiting => socket.Available > 0;

    /// <summary>Whether the peer has closed the connection, or died, and nothing that it sent is left.</summary>
    public bool IsOver => socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0;

    /// <summary>Has this thread sleep until the peer has sent something, or closed the connection.</summary>
    /// <param name="atMost">How long at most.</param>
    public void Await(TimeSpan atMost) => socket.Poll(atMost, SelectMode.SelectRead);

    /// <summary>Connects to the Unix domain socket at <paramref name="path"/>.</summary>
    public static MessageChannel Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return new MessageChannel(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends one message.</summary>
    /// <exception cref="IOException">The peer is gone.</exception>
    public void Send(Message message) => stream.Write(Encode(message).Span);

    /// <inheritdoc cref="Send"/>
    public ValueTask SendAsync(Message message, CancellationToken cancellation) => stream.WriteAsync(Encode(message), cancellation);

    /// <summary>Waits for the next message; null when the peer has closed the connection between two frames.</summary>
    /// <exception cref="ProtocolException">The frame broke the contract.</exception>
    public Message? Receive()
    {
        var header = incoming.AsSpan(0, HeaderBytes);
        var got = stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        if (!HeaderIsComplete(got))
            return null;
        var body = Body(BinaryPrimitives.ReadInt32LittleEndian(header)).Span;
        if (stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length)
            throw Cut(body.Length);
        return Decode(body);
    }

    /// <inheritdoc cref="Receive"/>
    public async ValueTask<Message?> ReceiveAsync(CancellationToken cancellation)
    {
        var header = incoming.AsMemory(0, HeaderBytes);
        var got = await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        if (!HeaderIsComplete(got))
            return null;
        var body = Body(BinaryPrimitives.ReadInt32LittleEndian(header.Span));
        if (await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) < body.Length)
            throw Cut(body.Length);
        return Decode(body.Span);
    }

    public void Dispose() => stream.Dispose();

    private static bool HeaderIsComplete(int bytes) => bytes switch
    {
        0 => false,
        HeaderBytes => true,
        _ => throw Cut(HeaderBytes),
    };

    private static ProtocolException Cut(int expected) =>
        new(ProtocolFault.Truncated, $"The connection ended in the middle of {expected} expected bytes.");

    private static Message Decode(ReadOnlySpan<byte> body)
    {
        var frame = new FrameReader(body);
        var message = frame.Message();
        frame.End();
        return message;
    }

    private Memory<byte> Body(int length)
    {
        if (length is <= 0 or > Protocol.MaxFrameBytes)
            throw new ProtocolException(ProtocolFault.BadLength, $"A frame of {length} bytes was announced; 1 to {Protocol.MaxFrameBytes} are allowed.");
        if (incoming.Length < length)
            incoming = new byte[Math.Max(length, incoming.Length * 2)];
        return incoming.AsMemory(0, length);
    }

    private ReadOnlyMemory<byte> Encode(Message message)
    {
        outgoing.Begin(HeaderBytes).Message(message);
        var length = outgoing.Written.Length - HeaderBytes;
        if (length > Protocol.MaxFrameBytes)
            throw new ProtocolException(ProtocolFault.BadLength, $"A message of {length} bytes was to be sent; {Protocol.MaxFrameBytes} are allowed.");
        // The header was left empty until the length was known.
        BinaryPrimitives.WriteInt32LittleEndian(outgoing.Written, length);
        return outgoing.Memory;
    }
}
