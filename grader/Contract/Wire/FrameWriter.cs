using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Contract.Wire;

/// <summary>Writes a frame's values, one after another, each in as few bytes as it needs.</summary>
/// <remarks>
/// By hand, since hosts start cold: a serializer makes itself ready for each type when it first meets it, which took a host
/// as long as all else that it does. <see cref="FrameReader"/> says what the bytes mean.
/// </remarks>
internal sealed class FrameWriter
{
    private byte[] bytes = new byte[1024];
    private int length;

    /// <summary>What was written since the beginning, and may be changed until more is written.</summary>
    public Span<byte> Written => bytes.AsSpan(0, length);

    /// <inheritdoc cref="Written"/>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, length);

    /// <summary>Begins anew, with so many bytes that are filled in later.</summary>
    public FrameWriter Begin(int header)
    {
        length = 0;
        Reserve(header);
        length = header;
        return this;
    }

    /// <summary>Which of a closed hierarchy's types comes, by its number.</summary>
    public FrameWriter Kind(int number) => Byte((byte)number);

    public FrameWriter Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public FrameWriter FlagOrNull(bool? value) => Byte(value switch { null => 2, true => 1, false => 0 });

    public FrameWriter Int(int value) => Long(value);

    public FrameWriter IntOrNull(int? value) => value is { } number ? Flag(true).Int(number) : Flag(false);

    // The sign goes into the lowest bit, so that small numbers are short on either side of zero.
    public FrameWriter Long(long value) => Bits((ulong)((value << 1) ^ (value >> 63)));

    public FrameWriter Duration(TimeSpan value) => Long(value.Ticks);

    public FrameWriter DurationOrNull(TimeSpan? value) => value is { } duration ? Flag(true).Duration(duration) : Flag(false);

    // Unit by unit, since a student's text may hold half a surrogate pair, which no encoding takes.
    public FrameWriter Text(string value)
    {
        Int(value.Length);
        foreach (var unit in value)
            Bits(unit);
        return this;
    }

    public FrameWriter TextOrNull(string? value) => value is null ? Flag(false) : Flag(true).Text(value);

    public FrameWriter Texts(EquatableArray<string> values) => Many(values, static (to, value) => to.Text(value));

    public FrameWriter Ints(EquatableArray<int> values)
    {
        Int(values.Count);
        foreach (var value in values.AsSpan())
            Int(value);
        return this;
    }

    public FrameWriter Payload(Payload value) =>
        Text(value.Json).TextOrNull(value.Type).Many(value.Handles, static (to, handle) => to.Text(handle.Kind).Text(handle.Name));

    public FrameWriter PayloadOrNull(Payload? value) => value is null ? Flag(false) : Flag(true).Payload(value);

    public FrameWriter Payloads(EquatableArray<Payload> values) => Many(values, static (to, value) => to.Payload(value));

    public FrameWriter Entries(EquatableArray<Entry> values) => Many(values, static (to, entry) => to.Text(entry.Key).Payload(entry.Value));

    public FrameWriter Target(Target value) =>
        Text(value.Type).Text(value.Method).Text(value.Signature).Flag(value.IsInstance).Texts(value.TypeArguments).Texts(value.MethodArguments);

    public FrameWriter TaskResult(TaskResult value)
    {
        PayloadOrNull(value.Value);
        return value.Failure is { } failure ? Flag(true).Text(failure.Type).Text(failure.Message).Text(failure.Trace) : Flag(false);
    }

    public FrameWriter SurroundingsOrNull(Surroundings? value) =>
        value is null ? Flag(false) : Flag(true).Text(value.Folder).Texts(value.Variables);

    public FrameWriter CrashOrNull(Crash? value) =>
        value is null ? Flag(false) : Flag(true).Text(value.Type).Text(value.Message).Text(value.Trace).Site(value.Site).TextOrNull(value.MessageZh);

    public FrameWriter Statics(EquatableArray<StaticField> values) =>
        Many(values, static (to, field) => to.Text(field.Type).Text(field.Name).Text(field.Value));

    public FrameWriter Identities(EquatableArray<ProcessIdentity> values) =>
        Many(values, static (to, identity) => to.Int(identity.Id).Int(identity.ParentId).Text(identity.Name).Flag(identity.IsDaemon).Duration(identity.StartTakes));

    public FrameWriter Site(CallSite value)
    {
        Text(value.File).Int(value.Line);
        return value.Caller is { } caller ? Flag(true).Text(caller.File).Int(caller.Line) : Flag(false);
    }

    public FrameWriter SiteOrNull(CallSite? value) => value is { } site ? Flag(true).Site(site) : Flag(false);

    public FrameWriter Many<T>(EquatableArray<T> values, Action<FrameWriter, T> write)
        where T : class
    {
        Int(values.Count);
        foreach (var value in values.AsSpan())
            write(this, value);
        return this;
    }

    private FrameWriter Bits(ulong value)
    {
        Reserve(10);
        for (; value > 0x7F; value >>= 7)
            bytes[length++] = (byte)(value | 0x80);
        bytes[length++] = (byte)value;
        return this;
    }

    private FrameWriter Byte(byte value)
    {
        Reserve(1);
        bytes[length++] = value;
        return this;
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length < more)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
    }
}
