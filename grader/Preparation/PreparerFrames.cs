using System.Buffers.Binary;
using System.Text.Json;

namespace ExerciseKit.Preparation;

/// <summary>How an order and its reply travel between two processes of the kit: the length in four bytes, lowest first, then JSON.</summary>
public static class PreparerFrames
{
    private static readonly JsonSerializerOptions Options = new() { RespectRequiredConstructorParameters = true };

    /// <summary>Sends one.</summary>
    /// <exception cref="IOException">Nobody reads any more.</exception>
    public static async Task WriteAsync<T>(Stream stream, T message, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, Options);
        var frame = new byte[sizeof(int) + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, body.Length);
        body.CopyTo(frame, sizeof(int));
        await stream.WriteAsync(frame, cancellation).ConfigureAwait(false);
        await stream.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Receives one's bytes; null where the stream has ended, be it in the middle of one.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) < head.Length)
            return null;
        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(head)];
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == body.Length ? body : null;
    }

    /// <summary>What the bytes of one say.</summary>
    public static T Message<T>(byte[] body) => JsonSerializer.Deserialize<T>(body, Options)!;
}
