using ExerciseKit.Preparation.Policy;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>A place where a method hands values to a process that it starts.</summary>
/// <param name="By">The method.</param>
/// <param name="At">The call.</param>
/// <param name="Target">What runs in the process.</param>
/// <param name="Arguments">What it is handed.</param>
internal sealed record Handing(MethodDefinition By, Instruction At, MethodDefinition Target, IReadOnlyList<KnownValue> Arguments)
{
    private const string Kit = "ExerciseKit.Multiprocessing";

    /// <summary>What a call hands to processes.</summary>
    public static IEnumerable<Handing> In(MethodDefinition by, Instruction at, KnownValue[] taken)
    {
        var called = (MethodReference)at.Operand;
        if (called.DeclaringType.Namespace == Kit && called.DeclaringType.Name is "ChildProcess" or "ProcessPool")
        {
            // Of several delegates the first is the target; callbacks run here.
            var target = Array.FindIndex(taken, t => t.Method is not null);
            if (target >= 0)
                yield return new Handing(by, at, taken[target].Method!, taken[(target + 1)..]);
        }
        else if (at.OpCode.Code == Code.Newobj && called.DeclaringType.GetElementType() is TypeDefinition type && ChildStateScan.IsProcess(type))
        {
            foreach (var method in ChildStateScan.InChild(type))
                yield return new Handing(by, at, method, taken);
        }
    }

    /// <summary>Whether what the process changes is its copy of something that is looked at here afterwards.</summary>
    /// <param name="changed">The parameter or the field in which the process has it.</param>
    /// <param name="besides">Loads of variables that are no look: what they load is handed to a process.</param>
    public bool Hands(object changed, HashSet<Instruction> besides) => changed switch
    {
        ParameterDefinition parameter => Target.Parameters.IndexOf(parameter) is >= 0 and var place && place < Arguments.Count && IsLookedAt(Arguments[place], parameter.ParameterType, besides),
        FieldDefinition field => Arguments.Any(a => IsLookedAt(a, field.FieldType, besides)),
        _ => false,
    };

    private bool IsLookedAt(KnownValue argument, TypeReference type, HashSet<Instruction> besides) =>
        argument.Load is { } load
        && Variables.Of(load, By) is { } variable
        && !type.IsValueType && LiveVariables.TypeOf(variable).FullName == type.FullName
        && By.Body.Instructions.Any(i => i.Offset > At.Offset && IsLoad(i) && !besides.Contains(i) && Variables.Of(i, By) == variable);

    private static bool IsLoad(Instruction instruction) => instruction.OpCode.Name.StartsWith("ldloc", StringComparison.Ordinal) || instruction.OpCode.Name.StartsWith("ldarg", StringComparison.Ordinal);
}
