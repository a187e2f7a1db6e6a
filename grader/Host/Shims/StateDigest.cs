using System.Buffers;
using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CallSite = ExerciseKit.Contract.CallSite;

namespace ExerciseKit.Host.Shims;

/// <summary>Makes one short text of the variables that are said: equal ones for equal variables, and for no others.</summary>
internal sealed class StateDigest
{
    /// <summary>So many bytes are said as they are: most states are no longer, and a digest of OpenSSL's takes longer to begin with than most runs.</summary>
    private const int MostSaid = 128;

    private readonly ArrayBufferWriter<byte> said = new(MostSaid);
    private IncrementalHash? hash;
    private bool isLong;

    // Objects are told apart by the order in which they came to be known; the table must not keep them alive.
    private ConditionalWeakTable<object, Known> known = [];
    private int objects;
    private int knownFrom;

    /// <summary>Forgets all objects.</summary>
    public void Begin()
    {
        known = [];
        objects = 0;
        Drop();
    }

    /// <summary>Forgets what was said.</summary>
    public void Drop()
    {
        said.ResetWrittenCount();
        if (isLong)
            Digest();
        knownFrom = 0;
    }

    /// <summary>Adds a variable.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="asked">How many operations have been asked for.</param>
    public void Add<T>(T value, int asked)
    {
        if (!typeof(T).IsValueType)
            AddObject(value, asked);
        else if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            AddBytes(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref value), Unsafe.SizeOf<T>()));
        else
            AddFields(value, asked);
    }

    /// <summary>What the variables and the place come to.</summary>
    /// <returns>The text; and how many operations had been asked for when the last of the objects among the variables came to be known.</returns>
    public (string State, int KnownFrom) Take(int place, int call, int made, CallSite last)
    {
        // A process that ends does so at the place of its last operation.
        AddText(last.File);
        AddNumber(last.Line);
        AddNumber(place);
        AddNumber(call);
        AddNumber(made);
        var since = knownFrom;
        var state = isLong ? Digest() : Convert.ToBase64String(said.WrittenSpan);
        Drop();
        return (state, since);
    }

    private void AddObject(object? value, int asked)
    {
        switch (value)
        {
            case null:
                AddNumber(-1);
                return;
            case string text:
                AddNumber(-2);
                AddNumber(text.Length);
                AddBytes(MemoryMarshal.AsBytes(text.AsSpan()));
                return;
        }

        if (!known.TryGetValue(value, out var number))
            known.Add(value, number = new Known(objects++, asked));
        knownFrom = Math.Max(knownFrom, number.From);
        AddNumber(number.Number);
    }

    private void AddFields(object? value, int asked)
    {
        // A Nullable with nothing in it.
        if (value is null)
        {
            AddNumber(-3);
            return;
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var content = field.GetValue(value);
            if (!field.FieldType.IsValueType)
                AddObject(content, asked);
            else if (content is not null && (field.FieldType.IsPrimitive || field.FieldType.IsEnum))
                AddText(Exactly(content));
            else
                AddFields(content, asked);
        }
    }

    // Equal is not the same: 0.0 and -0.0.
    private static string Exactly(object value) => value switch
    {
        double number => BitConverter.DoubleToInt64Bits(number).ToString(System.Globalization.CultureInfo.InvariantCulture),
        float number => BitConverter.SingleToInt32Bits(number).ToString(System.Globalization.CultureInfo.InvariantCulture),
        char letter => ((int)letter).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Enum => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    private void AddText(string text)
    {
        AddNumber(text.Length);
        AddBytes(Encoding.UTF8.GetBytes(text));
    }

    private void AddNumber(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        AddBytes(bytes);
    }

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        if (!isLong && said.WrittenCount + bytes.Length <= MostSaid)
        {
            said.Write(bytes);
            return;
        }

        hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!isLong)
            hash.AppendData(said.WrittenSpan);
        isLong = true;
        hash.AppendData(bytes);
    }

    // No text of bytes begins so.
    private string Digest()
    {
        isLong = false;
        return $"#{Convert.ToBase64String(hash!.GetHashAndReset())}";
    }

    /// <summary>An object that was said.</summary>
    /// <param name="Number">Its number, in the order of being said for the first time.</param>
    /// <param name="From">How many operations had been asked for then.</param>
    private sealed record Known(int Number, int From);
}
