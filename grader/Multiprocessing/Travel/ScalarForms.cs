using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>The framework's types that travel as one JSON value.</summary>
/// <remarks>Made where one is needed: each is compiled for its type, and a child process that starts cold needs two or three.</remarks>
internal static class ScalarForms
{
    private static readonly Dictionary<Type, Func<Form>> Makers = new()
    {
        [typeof(bool)] = () => new ScalarForm<bool>((w, v) => w.WriteBooleanValue(v), e => e.GetBoolean()),
        [typeof(byte)] = () => new ScalarForm<byte>((w, v) => w.WriteNumberValue(v), e => e.GetByte()),
        [typeof(sbyte)] = () => new ScalarForm<sbyte>((w, v) => w.WriteNumberValue(v), e => e.GetSByte()),
        [typeof(short)] = () => new ScalarForm<short>((w, v) => w.WriteNumberValue(v), e => e.GetInt16()),
        [typeof(ushort)] = () => new ScalarForm<ushort>((w, v) => w.WriteNumberValue(v), e => e.GetUInt16()),
        [typeof(int)] = () => new ScalarForm<int>((w, v) => w.WriteNumberValue(v), e => e.GetInt32()),
        [typeof(uint)] = () => new ScalarForm<uint>((w, v) => w.WriteNumberValue(v), e => e.GetUInt32()),
        [typeof(long)] = () => new ScalarForm<long>((w, v) => w.WriteNumberValue(v), e => e.GetInt64()),
        [typeof(ulong)] = () => new ScalarForm<ulong>((w, v) => w.WriteNumberValue(v), e => e.GetUInt64()),
        [typeof(decimal)] = () => new ScalarForm<decimal>((w, v) => w.WriteNumberValue(v), e => e.GetDecimal()),
        [typeof(float)] = () => new ScalarForm<float>(
            (w, v) => WriteReal(w, v, () => w.WriteNumberValue(v)),
            e => e.ValueKind == JsonValueKind.String ? float.Parse(e.GetString()!, CultureInfo.InvariantCulture) : e.GetSingle()),
        [typeof(double)] = () => new ScalarForm<double>(
            (w, v) => WriteReal(w, v, () => w.WriteNumberValue(v)),
            e => e.ValueKind == JsonValueKind.String ? double.Parse(e.GetString()!, CultureInfo.InvariantCulture) : e.GetDouble()),
        [typeof(Half)] = () => Parsed(v => v.ToString("R", CultureInfo.InvariantCulture), s => Half.Parse(s, CultureInfo.InvariantCulture)),
        [typeof(Int128)] = () => Parsed(v => v.ToString(CultureInfo.InvariantCulture), s => Int128.Parse(s, CultureInfo.InvariantCulture)),
        [typeof(UInt128)] = () => Parsed(v => v.ToString(CultureInfo.InvariantCulture), s => UInt128.Parse(s, CultureInfo.InvariantCulture)),
        [typeof(BigInteger)] = () => Parsed(v => v.ToString(CultureInfo.InvariantCulture), s => BigInteger.Parse(s, CultureInfo.InvariantCulture)),
        [typeof(char)] = () => new ScalarForm<char>((w, v) => WriteText(w, v.ToString()), e => ReadText(e)[0]),
        [typeof(string)] = () => new ScalarForm<string>(WriteText, ReadText),
        [typeof(StringBuilder)] = () => new ScalarForm<StringBuilder>((w, v) => WriteText(w, v.ToString()), e => new StringBuilder(ReadText(e))),
        [typeof(byte[])] = () => new ScalarForm<byte[]>((w, v) => w.WriteBase64StringValue(v), ReadBytes),
        [typeof(Guid)] = () => new ScalarForm<Guid>((w, v) => w.WriteStringValue(v), e => e.GetGuid()),
        [typeof(TimeSpan)] = () => Parsed(v => v.ToString("c", CultureInfo.InvariantCulture), s => TimeSpan.Parse(s, CultureInfo.InvariantCulture)),
        [typeof(DateTime)] = () => Parsed(v => v.ToString("O", CultureInfo.InvariantCulture), s => DateTime.Parse(s, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        [typeof(DateTimeOffset)] = () => Parsed(v => v.ToString("O", CultureInfo.InvariantCulture), s => DateTimeOffset.Parse(s, CultureInfo.InvariantCulture)),
        [typeof(DateOnly)] = () => Parsed(v => v.ToString("O", CultureInfo.InvariantCulture), s => DateOnly.Parse(s, CultureInfo.InvariantCulture)),
        [typeof(TimeOnly)] = () => Parsed(v => v.ToString("O", CultureInfo.InvariantCulture), s => TimeOnly.Parse(s, CultureInfo.InvariantCulture)),
        [typeof(Version)] = () => Parsed(v => v.ToString(), Version.Parse),
        [typeof(Uri)] = () => Parsed(v => v.OriginalString, s => new Uri(s, UriKind.RelativeOrAbsolute)),
    };

    /// <summary>The form of a type; null where it does not travel as one value.</summary>
    public static Form? Of(Type type) => Makers.TryGetValue(type, out var make) ? make() : null;

    private static ScalarForm<T> Parsed<T>(Func<T, string> write, Func<string, T> parse)
        where T : notnull => new((w, v) => w.WriteStringValue(write(v)), e => parse(e.GetString()!));

    /// <summary>JSON has no number for "not a number" and the infinities.</summary>
    private static void WriteReal(Utf8JsonWriter writer, double value, Action writeNumber)
    {
        if (double.IsFinite(value))
            writeNumber();
        else
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    // Half of a surrogate pair is a legal char in .NET and no legal Unicode: such texts travel as an array of numbers.
    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (IsUnicode(text))
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartArray();
        foreach (var c in text)
            writer.WriteNumberValue(c);
        writer.WriteEndArray();
    }

    private static string ReadText(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? string.Concat(element.EnumerateArray().Select(c => (char)c.GetUInt16()))
        : element.GetString()!;

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    // Who writes arguments by hand writes an array of bytes as an array.
    private static byte[] ReadBytes(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().Select(b => b.GetByte())]
        : element.GetBytesFromBase64();
}
