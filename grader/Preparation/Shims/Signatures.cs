using System.Reflection;
using Mono.Cecil;

namespace ExerciseKit.Preparation.Shims;

/// <summary>Names and parameter lists in one form, whether they come from an assembly read or from one loaded.</summary>
internal static class Signatures
{
    /// <summary>The parameter types in parentheses.</summary>
    public static string Of(MethodReference method) =>
        method.HasParameters ? $"({string.Join(',', method.Parameters.Select(p => p.ParameterType.FullName))})" : "()";

    /// <inheritdoc cref="Of(MethodReference)"/>
    public static string Of(MethodBase method) => $"({string.Join(',', method.GetParameters().Select(p => Name(p.ParameterType)))})";

    /// <summary>A type's full name without arities, nested types after a slash: <c>System.Collections.Generic.List/Enumerator</c>.</summary>
    public static string WithoutArity(string fullName)
    {
        if (!fullName.Contains('`'))
            return fullName;
        var plain = new System.Text.StringBuilder(fullName.Length);
        for (var i = 0; i < fullName.Length; i++)
        {
            if (fullName[i] != '`')
            {
                plain.Append(fullName[i]);
                continue;
            }

            while (i + 1 < fullName.Length && char.IsAsciiDigit(fullName[i + 1]))
                i++;
        }

        return plain.ToString();
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!) + "&";
        if (type.IsPointer)
            return Name(type.GetElementType()!) + "*";
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsGenericParameter)
            return type.Name;
        if (!type.IsGenericType)
            return type.FullName!.Replace('+', '/');
        var definition = type.GetGenericTypeDefinition().FullName!.Replace('+', '/');
        return $"{definition}<{string.Join(',', type.GetGenericArguments().Select(Name))}>";
    }
}
