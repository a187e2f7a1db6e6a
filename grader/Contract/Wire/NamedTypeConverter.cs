using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ExerciseKit.Contract.Wire;

/// <summary>Writes a value of a closed hierarchy as an object with one property, named as its type: <c>{"Sleep": {…}}</c>.</summary>
/// <remarks>
/// The serializer's own polymorphism prepares every type of the hierarchy before the first value is read, which takes a
/// cold host longer than all else that it does; this prepares a type when it is met.
/// </remarks>
/// <typeparam name="T">The hierarchy's root. Its types live in its namespace and assembly.</typeparam>
public sealed class NamedTypeConverter<T> : JsonConverter<T>
    where T : class
{
    private const int MaxToldLength = 60;

    private static readonly ConcurrentDictionary<string, Type> Known = new();

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        reader.Read();
        Expect(ref reader, JsonTokenType.PropertyName);
        var type = Metadata(TypeCalled(reader.GetString()!), options);
        reader.Read();
        var value = JsonSerializer.Deserialize(ref reader, type) as T ?? throw new JsonException($"{type.Type.Name} was null.");
        reader.Read();
        Expect(ref reader, JsonTokenType.EndObject);
        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var type = value.GetType();
        writer.WriteStartObject();
        writer.WritePropertyName(type.Name);
        JsonSerializer.Serialize(writer, value, Metadata(type, options));
        writer.WriteEndObject();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
            throw new JsonException($"{token} was expected where {reader.TokenType} stands.");
    }

    // A name comes from a peer that may be hostile: it can choose among the hierarchy's own types and no others.
    private static Type TypeCalled(string name)
    {
        if (Known.TryGetValue(name, out var known))
            return known;
        // Other characters have a meaning in the names of types, and could make the runtime load an assembly.
        var type = name.All(char.IsAsciiLetter) ? typeof(T).Assembly.GetType($"{typeof(T).Namespace}.{name}") : null;
        if (type is null || !type.IsSealed || !type.IsSubclassOf(typeof(T)))
            throw new JsonException($"\"{Shortened(name)}\" is no {typeof(T).Name}.");
        return Known[name] = type;
    }

    private static string Shortened(string name) => name.Length <= MaxToldLength ? name : name[..MaxToldLength] + "…";

    private static JsonTypeInfo Metadata(Type type, JsonSerializerOptions options) => options.GetTypeInfo(type);
}
