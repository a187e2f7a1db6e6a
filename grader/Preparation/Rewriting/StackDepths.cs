using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>How many values lie on a method's evaluation stack before each of its instructions.</summary>
internal sealed class StackDepths
{
    private readonly Dictionary<Instruction, int> depths = [];
    private readonly MethodBody body;

    public StackDepths(MethodDefinition method)
    {
        body = method.Body;
        var open = new Stack<(Instruction At, int Depth)>([(body.Instructions[0], 0)]);
        foreach (var handler in body.ExceptionHandlers)
        {
            open.Push((handler.HandlerStart, handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? 1 : 0));
            if (handler.FilterStart is { } filter)
                open.Push((filter, 1));
        }

        while (open.TryPop(out var next))
        {
            for (var (at, depth) = next; at is not null && depths.TryAdd(at, depth); at = at.Next)
            {
                depth = After(at, depth);
                foreach (var target in BodyEditor.Targets(at))
                    open.Push((target, at.OpCode.Code == Code.Leave ? 0 : depth));
                if (at.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
                    break;
            }
        }
    }

    /// <summary>Before an instruction; null where it is never reached.</summary>
    public int? Before(Instruction instruction) => depths.TryGetValue(instruction, out var depth) ? depth : null;

    /// <summary>Whether nothing but the variables tells what follows: the stack is empty, and no handler runs, which would know of more.</summary>
    public bool IsStatement(Instruction instruction) => Before(instruction) == 0 && !body.ExceptionHandlers.Any(h =>
        IsBetween(instruction, h.HandlerStart, h.HandlerEnd) || (h.FilterStart is { } filter && IsBetween(instruction, filter, h.HandlerStart)));

    private static bool IsBetween(Instruction instruction, Instruction start, Instruction? end) =>
        instruction.Offset >= start.Offset && (end is null || instruction.Offset < end.Offset);

    /// <summary>How many values an instruction takes from the stack and gives to it. What leaves a method or a region takes all there are.</summary>
    public static (int Taken, int Given) Of(Instruction instruction, int depth) => instruction.OpCode.Code switch
    {
        Code.Ret or Code.Leave or Code.Throw or Code.Rethrow or Code.Endfinally => (depth, 0),
        Code.Call or Code.Callvirt or Code.Newobj or Code.Calli => OfCall(instruction.OpCode.Code, (IMethodSignature)instruction.Operand),
        _ => (Popped(instruction.OpCode.StackBehaviourPop), Pushed(instruction.OpCode.StackBehaviourPush)),
    };

    private static int After(Instruction instruction, int depth)
    {
        var (taken, given) = Of(instruction, depth);
        return depth - taken + given;
    }

    private static (int Taken, int Given) OfCall(Code code, IMethodSignature called)
    {
        var taken = called.Parameters.Count + (code is not Code.Newobj && called is { HasThis: true, ExplicitThis: false } ? 1 : 0) + (code == Code.Calli ? 1 : 0);
        return (taken, code == Code.Newobj || called.ReturnType.MetadataType != MetadataType.Void ? 1 : 0);
    }

    private static int Popped(StackBehaviour pops) => pops switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.PopAll => 0,
        _ => 3,
    };

    private static int Pushed(StackBehaviour pushes) => pushes switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };
}
