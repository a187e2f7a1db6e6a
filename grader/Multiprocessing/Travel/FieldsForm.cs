using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>An object or struct by its instance fields, private ones, inherited ones and captured constructor parameters too.</summary>
/// <remarks>It is made again without running a constructor: constructors may do things that must not be done twice.</remarks>
internal sealed class FieldsForm : Form
{
    private readonly Type type;
    private readonly (string Name, FieldInfo Field)[] fields;

    public FieldsForm(Type type)
    {
        this.type = type;
        var all = FieldsOf(type);
        // Two fields can look alike: a private one of the base, or a parameter captured beside a field.
        var ambiguous = all.GroupBy(Plain).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        fields = [.. all.Select(f => (ambiguous.Contains(Plain(f)) ? $"{f.DeclaringType!.Name}.{f.Name}" : Plain(f), f))];
    }

    public override void Write(Packing packing, Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        foreach (var (name, field) in fields)
        {
            writer.WritePropertyName(name);
            packing.Write(writer, $".{name}", field.GetValue(value), field.FieldType);
        }

        writer.WriteEndObject();
    }

    public override object Read(Unpacking unpacking, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException($"A {TypeNames.Readable(type)} was expected, but {element.ValueKind} came.");
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var (name, field) in fields)
        {
            if (element.TryGetProperty(name, out var json) && unpacking.Read(json, field.FieldType) is { } part)
                field.SetValue(value, part);
        }

        return value;
    }

    private static List<FieldInfo> FieldsOf(Type type)
    {
        var all = new List<FieldInfo>();
        // A process object's base holds what its creator knows of it; in its own process that is no use.
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ChildProcess); at = at.BaseType)
            all.InsertRange(0, at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        return all;
    }

    /// <summary>The name in the source: <c>&lt;Name&gt;k__BackingField</c> is a property's, <c>&lt;name&gt;P</c> a parameter's.</summary>
    private static string Plain(FieldInfo field)
    {
        var end = field.Name.IndexOf('>', StringComparison.Ordinal);
        return field.Name.StartsWith('<') && end > 1 ? field.Name[1..end] : field.Name;
    }
}
