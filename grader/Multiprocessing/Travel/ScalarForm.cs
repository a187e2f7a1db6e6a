using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>A value without parts.</summary>
internal sealed class ScalarForm<T>(Action<Utf8JsonWriter, T> write, Func<JsonElement, T> read) : Form
    where T : notnull
{
    public override void Write(Packing packing, Utf8JsonWriter writer, object value) => write(writer, (T)value);

    public override object Read(Unpacking unpacking, JsonElement element) => read(element);
}
