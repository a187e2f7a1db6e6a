using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Which variable or parameter an instruction loads, stores or takes the address of, short forms included.</summary>
internal static class Variables
{
    /// <summary>The variable or parameter; null where the instruction is about none, or about the method's own object.</summary>
    public static object? Of(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        Code.Ldloc_0 or Code.Stloc_0 => method.Body.Variables[0],
        Code.Ldloc_1 or Code.Stloc_1 => method.Body.Variables[1],
        Code.Ldloc_2 or Code.Stloc_2 => method.Body.Variables[2],
        Code.Ldloc_3 or Code.Stloc_3 => method.Body.Variables[3],
        Code.Ldarg_0 => Parameter(method, 0),
        Code.Ldarg_1 => Parameter(method, 1),
        Code.Ldarg_2 => Parameter(method, 2),
        Code.Ldarg_3 => Parameter(method, 3),
        _ => instruction.Operand as VariableReference ?? (object?)(instruction.Operand as ParameterDefinition),
    };

    private static ParameterDefinition? Parameter(MethodDefinition method, int number) =>
        (method.HasThis ? number - 1 : number) is >= 0 and var at ? method.Parameters[at] : null;
}
