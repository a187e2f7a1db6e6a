using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Counts loops and calls, so that code that never asks for anything is ended at the same place on every machine.</summary>
internal sealed class LoopWeaver(HostReferences host)
{
    public void Weave(BodyEditor body)
    {
        foreach (var target in body.BackwardTargets)
            body.InsertBefore(target, BodyEditor.CallWithSite(host.SpendLoop, body.Sites[target]));
        if (MayRecur(body.Method))
            body.InsertAtEntry(BodyEditor.CallWithSite(host.EnterMethod, body.Sites.First));
    }

    // A method that calls nothing can't be part of a recursion; a lambda is counted all the same, since framework code may
    // call it in a loop of its own. Who calls whom through delegates and interfaces is not known, so that all others count.
    private static bool MayRecur(MethodDefinition method) =>
        !(method.IsConstructor && method.IsStatic)
        && (method.Name.Contains(">b__", StringComparison.Ordinal)
            || method.Body.Instructions.Any(i => i.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj));
}
