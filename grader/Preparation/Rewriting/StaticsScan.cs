using ExerciseKit.Preparation.Policy;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Tells whether every static of an assembly is as it was at first after any run, so that the loaded assembly can serve again.</summary>
internal static class StaticsScan
{
    // Exercises are full of named durations; one is as constant as the number that it is made from.
    private const string Duration = "System.TimeSpan";

    public static bool ReuseIsSafe(ModuleDefinition module) =>
        module.GetTypes().All(type => type.Fields.All(IsFixed) && InitializesConstantsOnly(type))
        && !module.GetTypes().SelectMany(t => t.Methods).Any(Writes);

    private static bool IsFixed(FieldDefinition field) =>
        !field.IsStatic || field.IsLiteral || IsCompilers(field) || IsValue(field.FieldType) || (field.IsInitOnly && field.FieldType.FullName == Duration);

    private static bool IsValue(TypeReference type) =>
        type.IsPrimitive || type.MetadataType == MetadataType.String || type is TypeDefinition { IsEnum: true };

    /// <summary>Whether a static is the compiler's: delegates of lambdas and method groups, the lambdas' (stateless) object, constant data.</summary>
    public static bool IsCompilers(FieldReference field) =>
        field.DeclaringType.GetElementType() is TypeDefinition type
        && ((field.Name.StartsWith("<>9", StringComparison.Ordinal) && CompilersTypes.Include(type))
            || CompilersTypes.CacheDelegates(type)
            || CompilersTypes.HoldDetails(type));

    /// <summary>Whether nothing shows of a type's static constructor having run or not: it stores what is always the same.</summary>
    public static bool InitializesConstantsOnly(TypeDefinition type) =>
        CompilersTypes.Include(type)
        || type.Methods.FirstOrDefault(m => m.IsConstructor && m.IsStatic) is not { } initializer
        || initializer.Body.Instructions.All(i => i.OpCode.Code == Code.Stsfld || IsConstant(i.OpCode) || MakesDuration(i));

    private static bool IsConstant(OpCode code) =>
        code.Name.StartsWith("ldc.", StringComparison.Ordinal)
        || code.Name.StartsWith("conv.", StringComparison.Ordinal)
        || code.Code is Code.Ldstr or Code.Ldnull or Code.Nop or Code.Ret;

    private static bool MakesDuration(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Newobj
        && instruction.Operand is MethodReference { DeclaringType.FullName: Duration } method
        && (method.Name.StartsWith("From", StringComparison.Ordinal) || method.Name == ".ctor");

    // Taking a static's address is as good as writing it, unless it is read-only.
    private static bool Writes(MethodDefinition method) =>
        method.HasBody
        && !(method.IsConstructor && method.IsStatic)
        && method.Body.Instructions.Any(i =>
            i.OpCode.Code is Code.Stsfld or Code.Ldsflda
            && i.Operand is FieldReference field
            && (field is not FieldDefinition definition || !(IsCompilers(definition) || (definition.IsInitOnly && i.OpCode.Code == Code.Ldsflda))));
}
