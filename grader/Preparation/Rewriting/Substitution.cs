using Mono.Cecil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Puts type arguments in place of type parameters.</summary>
internal static class Substitution
{
    /// <summary>A type of a method's signature as the method's user sees it: with the arguments of the method and of its type.</summary>
    public static TypeReference In(TypeReference type, MethodReference method) => type switch
    {
        GenericParameter { Type: GenericParameterType.Type } parameter when method.DeclaringType is GenericInstanceType instance =>
            instance.GenericArguments[parameter.Position],
        GenericParameter { Type: GenericParameterType.Method } parameter when method is GenericInstanceMethod instance =>
            instance.GenericArguments[parameter.Position],
        GenericInstanceType generic => Of(generic, method),
        ArrayType array => new ArrayType(In(array.ElementType, method), array.Rank),
        ByReferenceType reference => new ByReferenceType(In(reference.ElementType, method)),
        RequiredModifierType modified => new RequiredModifierType(modified.ModifierType, In(modified.ElementType, method)),
        OptionalModifierType modified => new OptionalModifierType(modified.ModifierType, In(modified.ElementType, method)),
        _ => type,
    };

    private static GenericInstanceType Of(GenericInstanceType generic, MethodReference method)
    {
        var result = new GenericInstanceType(generic.ElementType);
        foreach (var argument in generic.GenericArguments)
            result.GenericArguments.Add(In(argument, method));
        return result;
    }
}
