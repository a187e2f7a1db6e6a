using System.Reflection;
using System.Runtime.Loader;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>Types as text: for people, and for values that say which type they are of.</summary>
internal static class TypeNames
{
    /// <summary>The type's name as C# writes it.</summary>
    public static string Readable(Type type)
    {
        if (type.IsArray)
            return $"{Readable(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (!type.IsGenericType)
            return type.FullName is { } full && !full.StartsWith("System.", StringComparison.Ordinal) ? full.Replace('+', '.') : type.Name;
        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Readable));
        return $"{(tick < 0 ? name : name[..tick])}<{arguments}>";
    }

    /// <summary>A name from which <see cref="Find"/> finds the type again.</summary>
    public static string Of(Type type)
    {
        if (type.IsConstructedGenericType || type.HasElementType)
            return type.AssemblyQualifiedName!;
        return type.Assembly == typeof(object).Assembly ? type.FullName! : $"{type.FullName}, {type.Assembly.GetName().Name}";
    }

    /// <summary>The type of that name, in the program, its libraries or the framework.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Type Find(string name, Assembly program)
    {
        // A program in a load context of its own can be found by no one but itself.
        var context = AssemblyLoadContext.GetLoadContext(program)!;
        var type = Type.GetType(name, n => n.Name == program.GetName().Name ? program : context.LoadFromAssemblyName(n), typeResolver: null);
        return type ?? throw new InvalidOperationException($"A value of the type {name} arrived, which neither the program {program.GetName().Name} nor the framework has.");
    }
}
