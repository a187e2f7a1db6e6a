using ExerciseKit.Contract.Faults;
using ExerciseKit.Preparation.Shims;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Turns uses of framework members into uses of the shims that stand for them.</summary>
internal sealed class Redirects(HostReferences host)
{
    /// <summary>Makes every mention of a type whose shim stands for it wholly a mention of the shim.</summary>
    public void RenameTypes(ModuleDefinition module)
    {
        foreach (var type in module.GetTypeReferences())
        {
            if (type.DeclaringType is null && ShimCatalog.Find(type.FullName) is { IsWhole: true } shim)
                (type.Namespace, type.Name, type.Scope) = (ShimCatalog.ShimNamespace, shim.Name, host.Scope);
        }
    }

    /// <summary>Points one instruction at a shim, if it uses a member that has one.</summary>
    public void Apply(Instruction instruction)
    {
        if (instruction.Operand is not MethodReference called || Find(called) is not { } shim)
            return;
        var isConstructor = instruction.OpCode == OpCodes.Newobj;
        var method = new MethodReference(Shim.MethodFor(called.Name), isConstructor ? called.DeclaringType : called.ReturnType, host.Type(shim.Name));
        foreach (var parameter in called.Parameters)
            method.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        instruction.Operand = method;
        if (isConstructor)
            instruction.OpCode = OpCodes.Call;
        if (instruction.OpCode != OpCodes.Call && instruction.OpCode != OpCodes.Ldftn)
            throw new GraderFaultException($"{called.FullName} is used by {instruction.OpCode}, which no shim can stand for: extend {nameof(Redirects)}.");
    }

    private static Shim? Find(MethodReference called) =>
        ShimCatalog.Find(called.DeclaringType.FullName) is { IsWhole: false } shim && shim.StandsFor(called.Name, Signatures.Of(called)) ? shim : null;
}
