using ExerciseKit.Exercises;
using Mono.Cecil;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>Writes a compiled assembly's types in <see cref="TypeNotation"/>'s form.</summary>
internal static class MetadataNotation
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Void"] = "void",
        ["System.Object"] = "object",
        ["System.String"] = "string",
        ["System.Boolean"] = "bool",
        ["System.Char"] = "char",
        ["System.Byte"] = "byte",
        ["System.SByte"] = "sbyte",
        ["System.Int16"] = "short",
        ["System.UInt16"] = "ushort",
        ["System.Int32"] = "int",
        ["System.UInt32"] = "uint",
        ["System.Int64"] = "long",
        ["System.UInt64"] = "ulong",
        ["System.Single"] = "float",
        ["System.Double"] = "double",
        ["System.Decimal"] = "decimal",
        ["System.IntPtr"] = "nint",
        ["System.UIntPtr"] = "nuint",
    };

    /// <summary>A method as its author would write its head.</summary>
    public static string Head(MethodDefinition method)
    {
        var generic = method.HasGenericParameters ? $"<{string.Join(", ", method.GenericParameters.Select(p => p.Name))}>" : "";
        return $"{Of(method.ReturnType)} {method.Name}{generic}({string.Join(", ", method.Parameters.Select(p => $"{Of(p.ParameterType)} {p.Name}"))})";
    }

    public static string Of(TypeReference type) => type switch
    {
        // C# writes the outer array's brackets first, metadata the inner one's.
        ArrayType => OfArray(type),
        ByReferenceType byReference => $"ref {Of(byReference.ElementType)}",
        IModifierType modified => Of(modified.ElementType),
        GenericInstanceType generic => OfGeneric(generic),
        _ => Keywords.GetValueOrDefault(type.FullName, type.Name),
    };

    private static string OfArray(TypeReference type)
    {
        var ranks = "";
        for (; type is ArrayType array; type = array.ElementType)
            ranks += $"[{new string(',', array.Rank - 1)}]";
        return Of(type) + ranks;
    }

    private static string OfGeneric(GenericInstanceType generic)
    {
        var arguments = generic.GenericArguments.Select(Of).ToList();
        var name = generic.ElementType.Name.Split('`')[0];
        return generic.ElementType.FullName.Split('`')[0] switch
        {
            "System.Nullable" => TypeNotation.KeepsQuestionMark(arguments[0]) ? arguments[0] + "?" : arguments[0],
            "System.ValueTuple" when arguments.Count > 1 => $"({string.Join(", ", arguments)})",
            _ => $"{name}<{string.Join(", ", arguments)}>",
        };
    }
}
