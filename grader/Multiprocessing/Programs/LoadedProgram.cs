using System.Reflection;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing.Programs;

/// <summary>A student's program in memory: how its methods are named, and how its values travel.</summary>
/// <remarks>
/// Not for students: the allow-list refuses this namespace. It is the door for whoever runs a program (Host) or
/// makes arguments for one (Grading). Make one for each loaded assembly and drop it with it: it keeps what it learns of the types.
/// </remarks>
public sealed class LoadedProgram
{
    private readonly FormTable forms;

    /// <summary>Knows the program that <paramref name="assembly"/> is.</summary>
    public LoadedProgram(Assembly assembly)
    {
        Assembly = assembly;
        forms = new FormTable(assembly);
        forms.Add(typeof(Initializer), new Initializer.Form(this));
    }

    /// <summary>The program's assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Packs one value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="declared">The type that the receiver will unpack; where the value's own differs, it travels along.</param>
    /// <param name="path">What the value is called in a message, such as <c>item</c>.</param>
    /// <exception cref="CannotTravelException">The value or a part of it can't be taken to another process.</exception>
    public Payload Pack(object? value, Type declared, string path = "value") =>
        Packing.Pack(forms, (packing, writer) => packing.Write(writer, path, value, declared));

    /// <summary>Unpacks what <see cref="Pack(object?, Type, string)"/> packed.</summary>
    /// <exception cref="JsonException">The payload is not of that type.</exception>
    public object? Unpack(Payload payload, Type declared) =>
        Unpacking.Unpack(forms, payload, (unpacking, json) => unpacking.Read(json, declared));

    /// <summary>Packs what an entry is found by: equal keys alike.</summary>
    internal Payload PackKey(object key, Type declared) => Packing.PackKey(forms, key, declared);

    /// <summary>Packs one value for a receiver who may expect a base type or an interface of it.</summary>
    internal Payload PackForAnyReader<T>(T value, string path) =>
        Pack(value, value is not null && MayBeReadAsAnother(value.GetType()) ? typeof(object) : typeof(T), path);

    /// <summary>The same, saying its type for a receiver who expects anything.</summary>
    internal Payload PackForAnybody<T>(T value, string path) =>
        PackForAnyReader(value, path) with { Type = value is null || typeof(T) == typeof(object) || MayBeReadAsAnother(value.GetType()) ? null : TypeNames.Of(value.GetType()) };

    /// <summary>Unpacks one value that another process sent.</summary>
    /// <exception cref="InvalidOperationException">It is not of that type.</exception>
    internal T UnpackAs<T>(Payload payload)
    {
        try
        {
            return (T)Unpack(payload, typeof(T) == typeof(object) && payload.Type is { } sent ? TypeNames.Find(sent, Assembly) : typeof(T))!;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or InvalidCastException or OverflowException or NullReferenceException)
        {
            throw new InvalidOperationException($"{payload.Short} came, which is no {TypeNames.Readable(typeof(T))}. Receive it as the type that it was sent as.", e);
        }
    }

    /// <summary>Packs arguments whose parameters are of the arguments' own types.</summary>
    public Payload PackArguments(IReadOnlyList<object?> arguments) =>
        PackArguments(arguments, [.. arguments.Select(a => ($"argument {a}", a?.GetType() ?? typeof(object)))]);

    /// <summary>Finds the method that a target names, and unpacks its arguments.</summary>
    /// <exception cref="TargetNotFoundException">The program has no such method, or the arguments don't fit it.</exception>
    public BoundTarget Bind(Target target, Payload arguments)
    {
        var type = TargetNames.FindType(Assembly, target);
        try
        {
            return Unpacking.Unpack(forms, arguments, (unpacking, json) => target.IsInstance
                ? BindInstance(unpacking, type, json)
                : BindMethod(unpacking, TargetNames.FindMethod(type, target, json.GetArrayLength()), json));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new TargetNotFoundException($"The arguments {arguments.Json} do not fit {target}: {e.Message}", e);
        }
    }

    /// <summary>A static method and its arguments, packed for a start.</summary>
    internal (Target Target, Payload Arguments) Pack(Delegate target, object?[] arguments)
    {
        var named = TargetNames.Of(target, this);
        return (named, Packing.Pack(forms, (packing, writer) =>
        {
            writer.WriteStartArray();
            WriteArguments(packing, writer, target, arguments);
            writer.WriteEndArray();
        }));
    }

    /// <summary>Writes the arguments of a static method, one after the other.</summary>
    internal static void WriteArguments(Packing packing, Utf8JsonWriter writer, Delegate target, object?[] arguments)
    {
        var parameters = target.Method.GetParameters();
        // An extension method written as name.Live: the delegate itself holds the first argument, which may be null.
        if (parameters.Length > arguments.Length)
            arguments = [target.Target, .. arguments];
        for (var i = 0; i < parameters.Length; i++)
            packing.Write(writer, TargetNames.Describe(parameters[i]), arguments[i], parameters[i].ParameterType);
    }

    /// <summary>A process object packed for its own start.</summary>
    internal (Target Target, Payload Arguments) Pack(ChildProcess process)
    {
        var type = process.GetType();
        var target = TargetNames.OfInstance(type);
        var form = new FieldsForm(type);
        return (target, Packing.Pack(forms, (packing, writer) =>
        {
            writer.WriteStartArray();
            packing.WriteWith(form, writer, $"process {TypeNames.Readable(type)}: this", process);
            writer.WriteEndArray();
        }));
    }

    private bool MayBeReadAsAnother(Type type) =>
        type.Assembly == Assembly
        && ((type.BaseType != typeof(object) && type.IsClass) || type.GetInterfaces().Any(i => i.Assembly == Assembly));

    private Payload PackArguments(IReadOnlyList<object?> arguments, (string Path, Type Type)[] parameters) =>
        Packing.Pack(forms, (packing, writer) =>
        {
            writer.WriteStartArray();
            for (var i = 0; i < parameters.Length; i++)
                packing.Write(writer, parameters[i].Path, arguments[i], parameters[i].Type);
            writer.WriteEndArray();
        });

    private BoundTarget BindInstance(Unpacking unpacking, Type type, JsonElement json)
    {
        var process = (ChildProcess)new FieldsForm(type).Read(unpacking, json[0]);
        return new BoundTarget(this, typeof(void), () =>
        {
            process.RunHere();
            return null;
        });
    }

    private BoundTarget BindMethod(Unpacking unpacking, MethodInfo method, JsonElement json)
    {
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            arguments[i] = i < json.GetArrayLength() ? unpacking.Read(json[i], parameters[i].ParameterType) : parameters[i].DefaultValue;
        return new BoundTarget(this, method.ReturnType, () => method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null));
    }
}
