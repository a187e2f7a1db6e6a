using System.Text.Json;
using ExerciseKit.Contract;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>One payload on its way back into a value.</summary>
internal sealed class Unpacking(FormTable forms, EquatableArray<Handle> handles)
{
    // Two levels of JSON a level of value, and some to spare.
    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = 1000 };

    private readonly IShared?[] shared = new IShared?[handles.Count];

    /// <summary>Unpacks a payload by what <paramref name="read"/> reads.</summary>
    public static T Unpack<T>(FormTable forms, Payload payload, Func<Unpacking, JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(payload.Json, ReaderOptions);
        return read(new Unpacking(forms, payload.Handles), document.RootElement);
    }

    /// <summary>Reads one part.</summary>
    /// <param name="element">Its JSON.</param>
    /// <param name="declared">The type that is expected.</param>
    /// <exception cref="JsonException">The JSON is not of that type.</exception>
    public object? Read(JsonElement element, Type declared)
    {
        if (element.ValueKind == JsonValueKind.Null)
            return null;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Marks.Type, out var name))
        {
            type = TypeNames.Find(name.GetString()!, forms.Program);
            element = element.GetProperty(Marks.Value);
        }

        return forms.For(type).Read(this, element);
    }

    /// <summary>The primitive of a handle; the same object wherever the payload names it.</summary>
    public IShared ReadHandle(JsonElement element, Type type)
    {
        var number = element.GetProperty(Marks.Handle).GetInt32();
        if ((uint)number >= (uint)shared.Length)
            throw new JsonException($"Handle {number} was named, but the payload carries {shared.Length}.");
        return shared[number] ??= SharedKinds.Make(handles[number], type);
    }
}
