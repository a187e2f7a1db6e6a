using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Tells the host the place of each call that may become an operation, right before the call, its arguments being evaluated; and who called the method there.</summary>
/// <remarks>Who calls through a delegate or an interface is not told: which method that calls is not known here.</remarks>
internal sealed class CallSiteWeaver(HostReferences host)
{
    public void Weave(BodyEditor body)
    {
        var own = Number(body.Method);
        foreach (var instruction in body.Original)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj) || instruction.Operand is not MethodReference called)
                continue;
            if (OperationCalls.Include(called))
                Tell(body, instruction, host.EnterSite, own);
            else if (called.GetElementMethod() is MethodDefinition { HasBody: true } callee)
                Tell(body, instruction, host.CallOwn, Number(callee));
        }
    }

    private static void Tell(BodyEditor body, Instruction instruction, MethodReference told, int method) =>
        body.InsertBefore(BodyEditor.FirstPrefix(instruction), BodyEditor.CallWithSite(told, body.Sites[instruction], method));

    private static int Number(MethodDefinition method) => (int)method.MetadataToken.RID;
}
