using System.Diagnostics.CodeAnalysis;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>One end of a pipe. Python: <c>multiprocessing.connection.Connection</c>.</summary>
/// <remarks>
/// Each process to which an end is handed has a copy of its own, and so has the one that handed it out. The other side meets the end of
/// the stream only when every copy is closed: close the ends that a process does not use. A process's end closes all its copies.
/// </remarks>
public sealed class Connection : IShared, IDisposable
{
    private readonly string name;

    /// <summary>A message that was taken, and not read: it was of another type than was asked for.</summary>
    private Payload? unread;

    internal Connection(string name) => this.name = name;

    Handle IShared.Handle => new(Handle.Connection, name);

    /// <summary>Sends an object; never waits. Python: <c>send(obj)</c>.</summary>
    /// <exception cref="CannotTravelException">The message can't be taken to another process; the message says why.</exception>
    /// <exception cref="IOException">Every copy of the other end is closed (a broken pipe), or this is the receiving end of a one-way pipe.</exception>
    /// <exception cref="ObjectDisposedException">This process has closed the connection, or one that stands in the message.</exception>
    public void Send<T>(T message) =>
        Agent.Session.Perform<Done>(new SendMessage(name, Agent.Program.PackForAnybody(message, "message"), ByteCount: null));

    /// <summary>Waits for the next object. Python: <c>recv()</c>.</summary>
    /// <exception cref="EndOfStreamException">Every copy of the other end is closed, and nothing is left to receive.</exception>
    /// <exception cref="InvalidOperationException">The message is bytes, which stay to be received by <see cref="ReceiveBytes"/>; or it is no <typeparamref name="T"/>.</exception>
    /// <exception cref="IOException">This is the sending end of a one-way pipe, or can't be read any more.</exception>
    /// <exception cref="ObjectDisposedException">This process has closed the connection.</exception>
    /// <remarks><c>Receive&lt;object&gt;</c> takes whatever comes. A message that is no <typeparamref name="T"/> stays, to be received as what it is.</remarks>
    public T Receive<T>() => Read<T>(unread ?? Agent.Session.Perform<Item>(new ReceiveMessage(name, IsBytes: false, MaximumLength: null)).Value);

    /// <summary>Waits for the next object, or for the end of the stream. Python: <c>recv()</c> and its <c>EOFError</c>.</summary>
    /// <param name="message">The object; the type's default at the end of the stream.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <inheritdoc cref="Receive{T}" path="/exception[not(contains(@cref, 'EndOfStream'))]"/>
    public bool TryReceive<T>([MaybeNullWhen(false)] out T message)
    {
        switch (unread is { } kept ? new Item(kept) : Agent.Session.Perform(new ReceiveMessage(name, IsBytes: false, MaximumLength: null)))
        {
            case Item item:
                message = Read<T>(item.Value);
                return true;
            case Failed { Kind: not FailureKind.EndOfStream } failed:
                throw failed.ToException();
            default:
                message = default;
                return false;
        }
    }

    /// <summary>Whether a receive would not wait: a message is there, or the stream has ended. Python: <c>poll(timeout)</c>.</summary>
    /// <param name="timeout">How long to wait for that; zero, the default, not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    /// <exception cref="IOException">This is the sending end of a one-way pipe, or can't be read any more.</exception>
    /// <exception cref="ObjectDisposedException">This process has closed the connection.</exception>
    public bool Poll(TimeSpan timeout = default) => unread is not null || Agent.Session.Perform<Flag>(new PollConnection(name, Agent.Patience(timeout))).Value;

    /// <summary>Sends bytes, as one message; there may be none. Python: <c>send_bytes(buffer)</c>.</summary>
    /// <inheritdoc cref="Send{T}" path="/exception"/>
    public void SendBytes(byte[] message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Agent.Session.Perform<Done>(new SendMessage(name, Agent.Program.Pack(message, typeof(byte[]), "message"), message.Length));
    }

    /// <summary>Waits for the next message of bytes. Python: <c>recv_bytes(maxlength)</c>.</summary>
    /// <param name="maximumLength">The most bytes that are accepted, 0 or more; null, the default, for any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumLength"/> is negative.</exception>
    /// <exception cref="EndOfStreamException">Every copy of the other end is closed, and nothing is left to receive.</exception>
    /// <exception cref="InvalidOperationException">The message is an object, which stays to be received by <see cref="Receive{T}"/>.</exception>
    /// <exception cref="IOException">The message is longer than was accepted, and the connection can't be read any more; or this is the sending end of a one-way pipe.</exception>
    /// <exception cref="ObjectDisposedException">This process has closed the connection.</exception>
    public byte[] ReceiveBytes(int? maximumLength = null)
    {
        if (maximumLength < 0)
            throw new ArgumentOutOfRangeException(nameof(maximumLength), maximumLength, "The maximum length is zero or more, or null for any; this one is negative.");
        if (unread is not null)
            throw new InvalidOperationException("The next message is an object, sent by Send, and ReceiveBytes was called. Receive it with Receive.");
        return Agent.Program.UnpackAs<byte[]>(Agent.Session.Perform<Item>(new ReceiveMessage(name, IsBytes: true, maximumLength)).Value);
    }

    private T Read<T>(Payload message)
    {
        if (unread is not null)
            Agent.Session.ReadAgain++;
        unread = message;
        var value = Agent.Program.UnpackAs<T>(message);
        unread = null;
        return value;
    }

    /// <summary>Closes this process's copy; a second call does nothing. Python: <c>close()</c>.</summary>
    public void Close() => Agent.Session.Perform<Done>(new CloseConnection(name));

    /// <summary>The same as <see cref="Close"/>, for <c>using</c>.</summary>
    public void Dispose() => Close();
}
