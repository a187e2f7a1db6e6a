using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Contract.Wire;

/// <summary>Reads what <see cref="FrameWriter"/> wrote, from a peer that may be hostile: whatever it sends is read as values, or refused.</summary>
/// <remarks>
/// A number is written in groups of seven bits, the lowest first, each but the last with the highest bit set; its sign is in the
/// lowest bit. A text is its length and its UTF-16 units, an array its length and its elements, what may be missing a 0 or a 1
/// and then the value.
/// </remarks>
internal ref struct FrameReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public delegate T Reading<T>(ref FrameReader from);

    /// <summary>Nothing may come after a message.</summary>
    /// <exception cref="ProtocolException">Something does.</exception>
    public readonly void End()
    {
        if (rest.Length > 0)
            throw Malformed($"{rest.Length} bytes came after the message");
    }

    /// <summary>Which of a closed hierarchy's types comes; whoever knows them refuses others.</summary>
    public int Kind() => Byte();

    public bool Flag() => Byte() switch { 0 => false, 1 => true, var other => throw Malformed($"{other} came where 0 or 1 was expected") };

    public bool? FlagOrNull() => Byte() switch { 0 => false, 1 => true, 2 => null, var other => throw Malformed($"{other} came where 0, 1 or 2 was expected") };

    public int Int()
    {
        var value = Long();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Malformed($"{value} came where a number of 32 bits was expected");
    }

    public int? IntOrNull() => Flag() ? Int() : null;

    public long Long()
    {
        var value = Bits();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>One of an enumeration's values, which are numbered from 0 or 1 on without a gap.</summary>
    public int Choice(int highest)
    {
        var value = Int();
        return value >= 0 && value <= highest ? value : throw Malformed($"{value} came where a choice up to {highest} was expected");
    }

    public TimeSpan Duration() => new(Long());

    public TimeSpan? DurationOrNull() => Flag() ? Duration() : null;

    public string Text()
    {
        var length = Count();
        if (length == 0)
            return "";
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            var unit = Bits();
            text[i] = unit <= char.MaxValue ? (char)unit : throw Malformed($"{unit} came where a UTF-16 unit was expected");
        }

        return new string(text);
    }

    public string? TextOrNull() => Flag() ? Text() : null;

    public EquatableArray<string> Texts() => Many(static (ref from) => from.Text());

    public EquatableArray<int> Ints()
    {
        var values = new int[Count()];
        for (var i = 0; i < values.Length; i++)
            values[i] = Int();
        return new(values);
    }

    public Payload Payload()
    {
        var (json, type) = (Text(), TextOrNull());
        return new Payload(json, Many(static (ref from) => new Handle(from.Text(), from.Text()))) { Type = type };
    }

    public Payload? PayloadOrNull() => Flag() ? Payload() : null;

    public EquatableArray<Payload> Payloads() => Many(static (ref from) => from.Payload());

    public EquatableArray<Entry> Entries() => Many(static (ref from) => new Entry(from.Text(), from.Payload()));

    public Target Target() => new(Text(), Text(), Text(), Flag()) { TypeArguments = Texts(), MethodArguments = Texts() };

    public TaskResult TaskResult() => new(PayloadOrNull(), Flag() ? new TaskFailure(Text(), Text(), Text()) : null);

    public Surroundings? SurroundingsOrNull() => Flag() ? new Surroundings(Text(), Texts()) : null;

    public Crash? CrashOrNull() => Flag() ? new Crash(Text(), Text(), Text(), Site()) { MessageZh = TextOrNull() } : null;

    public EquatableArray<StaticField> Statics() => Many(static (ref from) => new StaticField(from.Text(), from.Text(), from.Text()));

    public EquatableArray<ProcessIdentity> Identities() =>
        Many(static (ref from) => new ProcessIdentity(from.Int(), from.Int(), from.Text(), from.Flag()) { StartTakes = from.Duration() });

    public CallSite Site() => new(Text(), Int()) { Caller = Flag() ? new Caller(Text(), Int()) : null };

    public CallSite? SiteOrNull() => Flag() ? Site() : null;

    public EquatableArray<T> Many<T>(Reading<T> read)
        where T : class
    {
        var count = Count();
        if (count == 0)
            return [];
        var values = new T[count];
        for (var i = 0; i < count; i++)
            values[i] = read(ref this);
        return new(values);
    }

    /// <summary>What a peer is told that sent something else than was expected.</summary>
    public static ProtocolException Malformed(string what) => new(ProtocolFault.Malformed, $"A frame was no message: {what}.");

    // Every element takes a byte at least: who announces more than that is not believed, and no room is made for it.
    private int Count()
    {
        var count = Int();
        return count >= 0 && count <= rest.Length ? count : throw Malformed($"{count} elements were announced in {rest.Length} bytes");
    }

    private ulong Bits()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var group = Byte();
            if (shift == 63 && group > 1)
                throw Malformed("a number came that has more than 64 bits");
            value |= (ulong)(group & 0x7F) << shift;
            if (group < 0x80)
                return value;
        }
    }

    private int Byte()
    {
        if (rest.IsEmpty)
            throw Malformed("it ended too early");
        var value = rest[0];
        rest = rest[1..];
        return value;
    }
}
