using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>How the values of one type are written and read.</summary>
internal abstract class Form
{
    /// <exception cref="CannotTravelException">The value, or a part of it, can't be taken to another process.</exception>
    public abstract void Write(Packing packing, Utf8JsonWriter writer, object value);

    /// <exception cref="JsonException">The JSON is not of this type.</exception>
    public abstract object Read(Unpacking unpacking, JsonElement element);
}
