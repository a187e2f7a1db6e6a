using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>A primitive, by its handle.</summary>
internal sealed class SharedForm(Type type) : Form
{
    public override void Write(Packing packing, Utf8JsonWriter writer, object value) => packing.WriteHandle(writer, ((IShared)value).Handle);

    public override object Read(Unpacking unpacking, JsonElement element) => unpacking.ReadHandle(element, type);
}
