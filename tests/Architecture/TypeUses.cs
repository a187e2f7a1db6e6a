using Mono.Cecil;

namespace ExerciseKit.Tests.Architecture;

/// <summary>Which types the code of a type names, its nested types' code included; a nested type stands for its outermost one.</summary>
/// <remarks>What the compiler has copied, a constant's value or a name by <c>nameof</c>, is not seen.</remarks>
internal static class TypeUses
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Named(type).SelectMany(Plain);

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. Attributes(type),
        .. type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType),
        .. type.Fields.SelectMany(f => Attributes(f).Append(f.FieldType)),
        .. type.Properties.SelectMany(Attributes),
        .. type.Methods.SelectMany(Named),
        .. type.NestedTypes.SelectMany(Named),
    ];

    private static IEnumerable<TypeReference?> Named(MethodDefinition method)
    {
        IEnumerable<TypeReference?> head =
        [
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType),
            .. Attributes(method),
        ];
        return method.HasBody
            ?
            [
                .. head,
                .. method.Body.Variables.Select(v => v.VariableType),
                .. method.Body.ExceptionHandlers.Select(h => h.CatchType),
                .. method.Body.Instructions.SelectMany(i => Operand(i.Operand)),
            ]
            : head;
    }

    private static IEnumerable<TypeReference> Operand(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. method.GenericArguments, .. Operand(method.ElementMethod)],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)],
        _ => [],
    };

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes.Select(a => a.AttributeType);

    private static IEnumerable<TypeReference> Plain(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [.. generic.GenericArguments.SelectMany(Plain), .. Plain(generic.ElementType)],
        TypeSpecification made => Plain(made.ElementType),
        { DeclaringType: { } outer } => Plain(outer),
        _ => [type],
    };
}
