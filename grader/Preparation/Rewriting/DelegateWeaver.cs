using Mono.Cecil;
using Mono.Cecil.Cil;
using CallSite = ExerciseKit.Contract.CallSite;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Gives delegates made from methods that may ask the kernel a method of their own, which tells the place of the method group first.</summary>
/// <remarks>For an instance method that is a static one, closed over the instance as its first argument.</remarks>
internal sealed class DelegateWeaver(HostReferences host)
{
    private int count;

    public void Weave(BodyEditor body)
    {
        foreach (var instruction in body.Original)
        {
            if (instruction.OpCode.Code is not (Code.Ldftn or Code.Ldvirtftn)
                || instruction.Operand is not MethodReference target
                || !OperationCalls.Include(target))
                continue;
            var isVirtual = instruction.OpCode.Code == Code.Ldvirtftn;
            var thunk = Thunk(body.Method, target, IsBoxed(instruction, target), body.Sites[instruction]);
            Uncache(instruction);
            if (isVirtual)
                body.InsertBefore(instruction, Instruction.Create(OpCodes.Pop));
            var load = isVirtual ? instruction.Next : instruction;
            load.OpCode = OpCodes.Ldftn;
            load.Operand = thunk;
        }
    }

    // A value's own method is taken from its box, and a virtual one from a copy of that. An interface's is called on the box itself.
    private static bool IsBoxed(Instruction load, MethodReference target) =>
        target.HasThis
        && (load.Previous is { OpCode.Code: Code.Dup } copy ? copy.Previous : load.Previous) is { OpCode.Code: Code.Box, Operand: TypeReference boxed }
        && boxed.FullName == target.DeclaringType.FullName;

    /// <summary>Makes a delegate anew at each place: the compiler keeps one for all places that name the method, and the first would stand for all.</summary>
    private static void Uncache(Instruction load)
    {
        if (load.Next?.Next?.Next is not { OpCode.Code: Code.Stsfld, Operand: FieldReference cache })
            return;
        var read = load.Previous;
        while (read is not null && !(read.OpCode.Code == Code.Ldsfld && ((FieldReference)read.Operand).FullName == cache.FullName))
            read = read.Previous;
        if (read is not null)
            (read.OpCode, read.Operand) = (OpCodes.Ldnull, null);
    }

    private MethodReference Thunk(MethodDefinition user, MethodReference target, bool isBoxed, CallSite site)
    {
        var type = user.DeclaringType;
        var thunk = new MethodDefinition(
            $"<{target.Name}>kit__{count++}",
            MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig,
            Substitution.In(target.ReturnType, target));
        // The target may name the user's type parameters; they are known by position, so equal ones mean the same.
        foreach (var parameter in user.GenericParameters)
            thunk.GenericParameters.Add(Copy(parameter, thunk));
        if (target.HasThis)
            thunk.Parameters.Add(new ParameterDefinition(isBoxed ? type.Module.TypeSystem.Object : target.DeclaringType));
        foreach (var parameter in target.Parameters)
            thunk.Parameters.Add(new ParameterDefinition(Substitution.In(parameter.ParameterType, target)));
        Fill(thunk, target, isBoxed, site);
        type.Methods.Add(thunk);
        return Instance(thunk, user);
    }

    private void Fill(MethodDefinition thunk, MethodReference target, bool isBoxed, CallSite site)
    {
        var il = thunk.Body.GetILProcessor();
        foreach (var instruction in BodyEditor.CallWithSite(host.EnterSite, site, number: 0))
            il.Append(instruction);
        foreach (var parameter in thunk.Parameters)
        {
            il.Emit(OpCodes.Ldarg, parameter);
            if (isBoxed && parameter.Index == 0)
                il.Emit(OpCodes.Unbox, target.DeclaringType);
        }

        il.Emit(target.HasThis && !isBoxed ? OpCodes.Callvirt : OpCodes.Call, target);
        il.Emit(OpCodes.Ret);
    }

    private static GenericParameter Copy(GenericParameter parameter, MethodDefinition owner)
    {
        var copy = new GenericParameter(parameter.Name, owner) { Attributes = parameter.Attributes };
        foreach (var constraint in parameter.Constraints)
            copy.Constraints.Add(new GenericParameterConstraint(constraint.ConstraintType));
        return copy;
    }

    /// <summary>The thunk as the user names it: with its own type parameters, and its type's, as arguments.</summary>
    private static MethodReference Instance(MethodDefinition thunk, MethodDefinition user)
    {
        MethodReference reference = thunk;
        if (user.DeclaringType.HasGenericParameters)
        {
            var declaring = new GenericInstanceType(user.DeclaringType);
            foreach (var parameter in user.DeclaringType.GenericParameters)
                declaring.GenericArguments.Add(parameter);
            reference = new MethodReference(thunk.Name, thunk.ReturnType, declaring);
            foreach (var parameter in thunk.Parameters)
                reference.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
            foreach (var parameter in thunk.GenericParameters)
                reference.GenericParameters.Add(new GenericParameter(parameter.Name, reference));
        }

        if (!user.HasGenericParameters)
            return reference;
        var instance = new GenericInstanceMethod(reference);
        foreach (var parameter in user.GenericParameters)
            instance.GenericArguments.Add(parameter);
        return instance;
    }
}
