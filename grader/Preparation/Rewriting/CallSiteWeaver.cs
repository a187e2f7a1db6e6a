using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Tells the host the place of each call that may become an operation, right before the call, its arguments being evaluated.</summary>
internal sealed class CallSiteWeaver(HostReferences host)
{
    public void Weave(BodyEditor body)
    {
        foreach (var instruction in body.Original)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj)
                || instruction.Operand is not MethodReference called
                || !OperationCalls.Include(called))
                continue;
            var site = body.Sites[instruction];
            body.InsertBefore(BodyEditor.FirstPrefix(instruction), BodyEditor.CallWithSite(host.EnterSite, site));
        }
    }
}
