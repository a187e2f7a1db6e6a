using System.Buffers.Binary;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>New identifiers come from the run's seeds.</summary>
[StandsFor(typeof(Guid))]
public static class GuidShim
{
    /// <summary>A version 4 identifier (RFC 9562, section 5.4).</summary>
    public static Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Request.Number(new DrawSeed()));
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Request.Number(new DrawSeed()));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
