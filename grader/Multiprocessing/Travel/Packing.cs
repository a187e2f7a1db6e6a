using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ExerciseKit.Contract;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>One value on its way into a payload.</summary>
internal sealed class Packing(FormTable forms)
{
    private const int MaxDepth = 200;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly List<Handle> handles = [];
    private readonly Stack<object> open = [];
    private bool isKey;
    private readonly List<string> path = [];

    /// <summary>Packs what <paramref name="write"/> writes.</summary>
    public static Payload Pack(FormTable forms, Action<Packing, Utf8JsonWriter> write)
    {
        var packing = new Packing(forms);
        using (var writer = new Utf8JsonWriter(packing.buffer, WriterOptions))
            write(packing, writer);
        if (packing.buffer.WrittenCount > Marks.MaxPayloadBytes)
            throw new CannotTravelException($"A value of {packing.buffer.WrittenCount} bytes can't travel to another process; at most {Marks.MaxPayloadBytes} can. Send it in parts.");
        return new Payload(Encoding.UTF8.GetString(packing.buffer.WrittenSpan), packing.handles.ToEquatableArray());
    }

    /// <summary>Packs a key: equal ones alike.</summary>
    public static Payload PackKey(FormTable forms, object key, Type declared) => Pack(forms, (packing, writer) =>
    {
        packing.isKey = true;
        packing.Write(writer, "key", key, declared);
    });

    /// <summary>Writes one part, and says where it stands should it not be able to travel.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="step">The part's place in the whole, such as <c>.Name</c> or <c>[2]</c>.</param>
    /// <param name="value">The part.</param>
    /// <param name="declared">The type that the reader will expect there.</param>
    public void Write(Utf8JsonWriter writer, string step, object? value, Type declared)
    {
        path.Add(step);
        if (value is null)
            writer.WriteNullValue();
        else
            WriteValue(writer, value, Nullable.GetUnderlyingType(declared) ?? declared);
        path.RemoveAt(path.Count - 1);
    }

    /// <summary>Writes the whole value by a form that is not its type's: a process object, which travels to its own process only.</summary>
    public void WriteWith(Form form, Utf8JsonWriter writer, string step, object value)
    {
        path.Add(step);
        Enter(value);
        form.Write(this, writer, value);
        open.Pop();
        path.RemoveAt(path.Count - 1);
    }

    /// <summary>Writes a primitive's handle.</summary>
    public void WriteHandle(Utf8JsonWriter writer, Handle handle)
    {
        var number = handles.IndexOf(handle);
        if (number < 0)
        {
            number = handles.Count;
            handles.Add(handle);
        }

        writer.WriteStartObject();
        writer.WriteNumber(Marks.Handle, number);
        writer.WriteEndObject();
    }

    /// <summary>The exception for the part being written.</summary>
    public CannotTravelException Refuse(Type type, string reason) => new(string.Concat(path), type, reason);

    private void WriteValue(Utf8JsonWriter writer, object value, Type declared)
    {
        if (isKey)
            value = Plainest(value);
        var type = value.GetType();
        var form = forms.For(type);
        if (!type.IsValueType && value is not string)
            Enter(value);
        if (type == declared)
        {
            form.Write(this, writer, value);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteString(Marks.Type, TypeNames.Of(type));
            writer.WritePropertyName(Marks.Value);
            form.Write(this, writer, value);
            writer.WriteEndObject();
        }

        if (!type.IsValueType && value is not string)
            open.Pop();
    }

    /// <summary>Of values that are equal and look different, the one that stands for all.</summary>
    private static object Plainest(object value) => value switch
    {
        // Divided by a one of so many digits, a number loses the zeros at its end.
        decimal number => number / 1.0000000000000000000000000000m,
        double and 0 => 0.0,
        float and 0 => 0f,
        Half half when half == default => default(Half),
        DateTimeOffset time => time.ToUniversalTime(),
        _ => value,
    };

    private void Enter(object value)
    {
        foreach (var outer in open)
        {
            if (ReferenceEquals(outer, value))
                throw Refuse(value.GetType(), "refers back to itself, and a copy of a circle would never end. Send the parts, or their numbers, instead of references.");
        }

        if (open.Count == MaxDepth)
            throw Refuse(value.GetType(), $"is nested deeper than {MaxDepth} levels. Send an array instead of a chain.");
        open.Push(value);
    }
}
