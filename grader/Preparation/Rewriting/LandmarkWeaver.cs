using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Has each statement say the variables that matter there, once after each operation, and whatever may change the heap say so.</summary>
internal sealed class LandmarkWeaver(ModuleDefinition module, HostReferences host)
{
    // What a delegate of the framework's own method changes, nobody would see where it is called; nor what the framework changes for a type.
    private readonly bool isPossible = !module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
        .Any(i => i.OpCode.Code is Code.Ldftn or Code.Ldvirtftn && Heap.MayChangeBy(i)) && !module.GetTypes().Any(Heap.IsChangedByOthers);

    private int places;

    /// <summary>Looks at a method before anything is woven into it; what comes of it is woven later.</summary>
    public Plan Look(BodyEditor body)
    {
        if (!isPossible || (body.Method is { IsConstructor: true, IsStatic: true } && StaticsScan.InitializesConstantsOnly(body.Method.DeclaringType)))
            return new Plan([], []);
        var changing = body.Original.Where(Heap.MayChangeBy).Select(i => (i, i.OpCode.FlowControl == FlowControl.Call)).ToList();
        if (!body.Original.Any(i => i.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj))
            return new Plan(changing, []);
        var statements = new StackDepths(body.Method);
        var live = new LiveVariables(body.Method, statements);
        return new Plan(changing, [.. body.Statements.Where(statements.IsStatement).Select(at => (at, live.At(at))).Where(h => h.Item2 is not null)!]);
    }

    /// <summary>Weaves what was planned.</summary>
    public void Weave(BodyEditor body, Plan plan)
    {
        foreach (var (changing, isCall) in plan.Changing)
        {
            // A call may ask for something first, and change what it will when it was told.
            if (isCall)
                body.InsertAfter(changing, Instruction.Create(OpCodes.Call, host.EndHeapChange));
            body.InsertBefore(BodyEditor.FirstPrefix(changing), Instruction.Create(OpCodes.Call, isCall ? host.BeginHeapChange : host.HeapChange));
        }

        // What was left by an exception may have done half its work.
        foreach (var start in body.Method.Body.ExceptionHandlers.Select(h => h.HandlerStart).Distinct().ToList())
            body.InsertBefore(start, Instruction.Create(OpCodes.Call, host.Unwind));
        if (plan.Statements.Count == 0)
            return;
        var (moments, said) = (NewVariable(body, host.Moments), NewVariable(body, module.TypeSystem.Int32));
        foreach (var statement in plan.Statements)
            Weave(body, statement, moments, said);
        body.InsertAtEntry(Instruction.Create(OpCodes.Call, host.EnterCall), Instruction.Create(OpCodes.Stloc, moments));
    }

    private void Weave(BodyEditor body, (Instruction At, IReadOnlyList<object> Live) statement, VariableDefinition moments, VariableDefinition said)
    {
        var skip = Instruction.Create(OpCodes.Beq, statement.At);
        List<Instruction> say =
        [
            Instruction.Create(OpCodes.Ldsfld, host.OperationsAsked),
            Instruction.Create(OpCodes.Ldloc, said),
            skip,
            Instruction.Create(OpCodes.Ldsfld, host.OperationsAsked),
            Instruction.Create(OpCodes.Stloc, said),
        ];
        foreach (var variable in statement.Live)
        {
            say.Add(variable is VariableDefinition local ? Instruction.Create(OpCodes.Ldloc, local) : Instruction.Create(OpCodes.Ldarg, (ParameterDefinition)variable));
            say.Add(Instruction.Create(OpCodes.Call, host.SayVariable(LiveVariables.TypeOf(variable))));
        }

        say.Add(Instruction.Create(OpCodes.Ldloc, moments));
        say.Add(Instruction.Create(OpCodes.Ldc_I4, places++));
        say.Add(Instruction.Create(OpCodes.Call, host.ReachStatement));
        skip.Operand = body.InsertBefore(statement.At, [.. say]);
    }

    private static VariableDefinition NewVariable(BodyEditor body, TypeReference type)
    {
        var variable = new VariableDefinition(type);
        body.Method.Body.Variables.Add(variable);
        body.Method.Body.InitLocals = true;
        return variable;
    }

    /// <summary>What is to be woven into a method.</summary>
    /// <param name="Changing">What may change the heap, and whether by a call.</param>
    /// <param name="Statements">Where statements begin, with the variables that are live there.</param>
    public sealed record Plan(IReadOnlyList<(Instruction At, bool IsCall)> Changing, IReadOnlyList<(Instruction At, IReadOnlyList<object> Live)> Statements);
}
