using ExerciseKit.Host.Shims;
using ExerciseKit.Preparation.Policy;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Turns each question for a hash into one that has the same answer in every process.</summary>
/// <remarks>Only a <c>GetHashCode</c> may ask at all; what it gives may still decide what a process does, by the way of a comparer.</remarks>
internal sealed class HashWeaver(HostReferences host)
{
    public void Weave(BodyEditor body)
    {
        if (!CompilerPlumbing.IsGetHashCode(body.Method))
            return;
        foreach (var instruction in body.Original)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt) || instruction.Operand is not MethodReference called)
                continue;
            if (called.DeclaringType.FullName == "System.HashCode")
                TurnHashCode(body, instruction, called);
            else if (called.Name == nameof(GetHashCode) && called.HasThis && TypePolicy.IsFramework(called.DeclaringType, out var name))
                Turn(body, instruction, called, name);
        }
    }

    private void Turn(BodyEditor body, Instruction instruction, MethodReference called, string declaring)
    {
        var constrained = instruction.Previous is { OpCode.Code: Code.Constrained } prefix ? prefix : null;
        switch (called.Parameters.Count)
        {
            case 0 when constrained is not null:
                var type = (TypeReference)constrained.Operand;
                constrained.OpCode = OpCodes.Ldobj;
                Call(instruction, host.Hash(nameof(Hashes.OfOne), type));
                break;
            case 0 when instruction.OpCode.Code == Code.Callvirt:
                Call(instruction, host.Hash(nameof(Hashes.Of)));
                break;
            case 0 when called.DeclaringType is GenericInstanceType { IsValueType: true } value:
                body.InsertBefore(instruction, Instruction.Create(OpCodes.Ldobj, value));
                Call(instruction.Next, host.Hash(nameof(Hashes.OfOne), value));
                break;
            case 0 when IsBase(body.Method.DeclaringType, called.DeclaringType):
                Call(instruction, host.Hash(nameof(Hashes.OfBase)));
                break;
            case 1 when constrained is not null && called.DeclaringType is GenericInstanceType { GenericArguments: [var compared] }:
                var comparer = (TypeReference)constrained.Operand;
                (constrained.OpCode, constrained.Operand) = (OpCodes.Nop, null);
                Call(instruction, host.Hash(nameof(Hashes.ByOne), comparer, compared));
                break;
            case 1 when declaring is "System.Collections.Generic.EqualityComparer" or "System.Collections.Generic.IEqualityComparer":
                Call(instruction, host.Hash(nameof(Hashes.By), [.. ((GenericInstanceType)called.DeclaringType).GenericArguments]));
                break;
            case 1 when declaring is "System.Collections.IEqualityComparer" or "System.Collections.Generic.ReferenceEqualityComparer":
                Call(instruction, host.Hash(nameof(Hashes.ByAny)));
                break;
        }
    }

    private void TurnHashCode(BodyEditor body, Instruction instruction, MethodReference called)
    {
        if (called is not GenericInstanceMethod { GenericArguments: var types } generic)
            return;
        if (called.Name == nameof(HashCode.Combine))
        {
            Call(instruction, host.Hash(nameof(Hashes.Combine), [.. types]));
            return;
        }

        // Add(value) or Add(value, comparer): what is added is the hash made before.
        var added = new GenericInstanceMethod(new MethodReference(called.Name, called.ReturnType, called.DeclaringType) { HasThis = true });
        var parameter = new GenericParameter("T", added.ElementMethod);
        added.ElementMethod.GenericParameters.Add(parameter);
        added.ElementMethod.Parameters.Add(new ParameterDefinition(parameter));
        added.GenericArguments.Add(body.Method.Module.TypeSystem.Int32);
        var way = generic.Parameters.Count == 1 ? nameof(Hashes.OfAny) : nameof(Hashes.With);
        body.InsertBefore(instruction, Instruction.Create(OpCodes.Call, host.Hash(way, types[0])));
        Call(instruction.Next, added);
    }

    private static void Call(Instruction instruction, MethodReference method) => (instruction.OpCode, instruction.Operand) = (OpCodes.Call, method);

    /// <summary>Whether a call of the framework's type from a type of the student's is one of <c>base</c>.</summary>
    private static bool IsBase(TypeDefinition own, TypeReference called)
    {
        for (var at = own.BaseType; at is not null; at = (at.GetElementType() as TypeDefinition)?.BaseType)
        {
            if (at.GetElementType().FullName == called.GetElementType().FullName)
                return true;
        }

        // Every class has object's, and every struct ValueType's.
        return called.FullName is "System.Object" or "System.ValueType";
    }
}
