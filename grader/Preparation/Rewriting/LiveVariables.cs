using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Which variables and parameters of a method are live: those whose values what follows may still depend on.</summary>
/// <remarks>The usual analysis, backwards over the instructions until nothing changes. Computed from the body as it is, short forms undone.</remarks>
internal sealed class LiveVariables
{
    // Made anew wherever it is used; the compiler leaves it in its variable afterwards.
    private const string Handler = "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler";

    /// <summary>A value of the kit's that is no object and can't become one.</summary>
    public const string Scope = "ExerciseKit.Multiprocessing.LockScope";

    private const int AllowsByRefLike = 0x20;

    private readonly IReadOnlyList<Instruction> code;
    private readonly StackDepths depths;
    private readonly Dictionary<Instruction, int> indices;
    private readonly HashSet<object>[] live;
    private readonly HashSet<object> always;
    private readonly HashSet<object> faint;

    public LiveVariables(MethodDefinition method, StackDepths depths)
    {
        this.depths = depths;
        code = [.. method.Body.Instructions];
        indices = code.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        live = [.. code.Select(_ => new HashSet<object>())];
        always = [.. code.Where(c => c.OpCode.Code is Code.Ldloca or Code.Ldarga).Select(c => c.Operand).Where(v => TypeOf(v).FullName != Handler)];
        faint = [.. method.Body.Variables.Where(v => !always.Contains(v) && OnlyAddsUp(v))];
        Solve(method.Body);
    }

    /// <summary>Those that are live where an instruction begins, in the order of their numbers; null where one of them can't be told by its value.</summary>
    public IReadOnlyList<object>? At(Instruction instruction)
    {
        var found = live[indices[instruction]].Union(always).Except(faint).OrderBy(Rank).ToList();
        return found.TrueForAll(v => CanBeSaid(TypeOf(v))) ? found : null;
    }

    /// <summary>The type of a variable or parameter.</summary>
    public static TypeReference TypeOf(object variable) => variable is VariableDefinition local ? local.VariableType : ((ParameterDefinition)variable).ParameterType;

    private static int Rank(object variable) => variable is VariableDefinition local ? local.Index : -1 - ((ParameterDefinition)variable).Sequence;

    private static bool CanBeSaid(TypeReference type) =>
        type.FullName == Scope || (!type.IsByReference && !type.IsPointer && !type.IsFunctionPointer && !type.IsPinned && !(type.IsValueType && IsTiedToTheStack(type))
            && !(type is GenericParameter parameter && ((int)parameter.Attributes & AllowsByRefLike) != 0));

    /// <summary>Whether a value can't leave the stack, or nobody knows.</summary>
    private static bool IsTiedToTheStack(TypeReference type) => type.GetElementType() is var element && element is TypeDefinition own
        ? own.CustomAttributes.Any(a => a.AttributeType.Name == "IsByRefLikeAttribute")
        : Type.GetType($"{element.FullName.Replace('/', '+')}, {element.Scope.Name}") is not { IsByRefLike: false };

    /// <summary>Whether all that is ever done with a variable is to add to it: nothing depends on such a one.</summary>
    private bool OnlyAddsUp(VariableDefinition variable)
    {
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].OpCode.Code == Code.Ldloc && code[i].Operand == variable && !IsAddition(i, variable))
                return false;
        }

        return true;
    }

    /// <summary>Whether the variable loaded here is taken by nothing but an addition whose result it gets. One that may overflow tells its value.</summary>
    private bool IsAddition(int load, VariableDefinition variable)
    {
        if (depths.Before(code[load]) is not 0 || !variable.VariableType.IsPrimitive)
            return false;
        for (var at = load + 1; at + 1 < code.Count && code[at].OpCode.FlowControl is FlowControl.Next or FlowControl.Call; at++)
        {
            if (code[at].OpCode.Code is Code.Add or Code.Sub && depths.Before(code[at]) == 2)
                return code[at + 1].OpCode.Code == Code.Stloc && code[at + 1].Operand == variable;
            if (depths.Before(code[at]) is not >= 1 || depths.Before(code[at + 1]) is not >= 2)
                return false;
        }

        return false;
    }

    private void Solve(MethodBody body)
    {
        var left = code.Where(c => c.OpCode.Code is Code.Leave).Select(c => indices[(Instruction)c.Operand]).ToArray();
        var successors = code.Select((c, i) => Successors(body, c, i, left).ToArray()).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = code.Count - 1; i >= 0; i--)
            {
                var before = live[i].Count;
                foreach (var next in successors[i])
                    live[i].UnionWith(live[next]);
                if (code[i].OpCode.Code is Code.Stloc or Code.Starg && !IsGuarded(body, i))
                    live[i].Remove(code[i].Operand);
                if (code[i].OpCode.Code is Code.Ldloc or Code.Ldarg && code[i].Operand is { } read)
                    live[i].Add(read);
                changed |= live[i].Count != before;
            }
        }
    }

    // A store in a guarded region may not come to pass before its handler looks.
    private bool IsGuarded(MethodBody body, int at) =>
        body.ExceptionHandlers.Any(h => indices[h.TryStart] <= at && (h.TryEnd is null || at < indices[h.TryEnd]));

    private IEnumerable<int> Successors(MethodBody body, Instruction instruction, int at, int[] left)
    {
        if (instruction.Operand is Instruction target)
            yield return indices[target];
        foreach (var one in instruction.Operand as Instruction[] ?? [])
            yield return indices[one];
        if (instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw) && at + 1 < code.Count)
            yield return at + 1;
        if (instruction.OpCode.Code is Code.Endfinally or Code.Endfilter)
        {
            foreach (var one in left)
                yield return one;
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            if (indices[handler.TryStart] > at || (handler.TryEnd is { } end && at >= indices[end]))
                continue;
            yield return indices[handler.HandlerStart];
            if (handler.FilterStart is { } filter)
                yield return indices[filter];
        }
    }
}
