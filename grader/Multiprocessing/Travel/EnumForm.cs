using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>An enum, as its number: not every value has a name.</summary>
internal sealed class EnumForm(Type type) : Form
{
    private readonly bool isUnsigned = Enum.GetUnderlyingType(type) == typeof(ulong);

    public override void Write(Packing packing, Utf8JsonWriter writer, object value)
    {
        if (isUnsigned)
            writer.WriteNumberValue(Convert.ToUInt64(value));
        else
            writer.WriteNumberValue(Convert.ToInt64(value));
    }

    public override object Read(Unpacking unpacking, JsonElement element) => element.ValueKind == JsonValueKind.String
        ? Enum.Parse(type, element.GetString()!)
        : isUnsigned ? Enum.ToObject(type, element.GetUInt64()) : Enum.ToObject(type, element.GetInt64());
}
