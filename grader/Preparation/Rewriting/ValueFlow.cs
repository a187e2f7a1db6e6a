using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Follows values through one method, in the order of its instructions: which are changed there, and which are handed on.</summary>
/// <remarks>In doubt a value is handed on: what is told of those that are not must be true. Other methods are not followed into.</remarks>
internal sealed class ValueFlow
{
    private const string Kit = "ExerciseKit.Multiprocessing";

    private static readonly string[] Reaching = ["get_", "First", "Last", "Single", "ElementAt", "Find", "Peek", "GetEnumerator", "AsEnumerable"];

    private readonly Dictionary<object, KnownValue> variables = [];
    private readonly Dictionary<object, Instruction> changed = [];
    private readonly HashSet<object> handedOn = [];
    private readonly List<(Instruction At, KnownValue[] Taken)> calls = [];
    private readonly Func<Instruction, object?> originOf;

    /// <param name="method">A method with a body.</param>
    /// <param name="originOf">What the value that an instruction gives comes from; null where nobody asks about it.</param>
    public ValueFlow(MethodDefinition method, Func<Instruction, object?> originOf)
    {
        this.originOf = originOf;
        var depths = new StackDepths(method);
        var stack = new List<KnownValue>();
        foreach (var at in method.Body.Instructions)
        {
            if (depths.Before(at) is not { } depth)
                continue;
            // Where branches meet, what the last of them left is as good as any; what none left is unknown.
            if (stack.Count > depth)
                stack.RemoveRange(depth, stack.Count - depth);
            while (stack.Count < depth)
                stack.Add(default);
            var (taken, given) = StackDepths.Of(at, depth);
            var values = stack.GetRange(depth - taken, taken).ToArray();
            stack.RemoveRange(depth - taken, taken);
            var result = Step(at, values, Variables.Of(at, method));
            stack.AddRange(Enumerable.Repeat(result, given));
        }
    }

    /// <summary>The calls, and what each took.</summary>
    public IReadOnlyList<(Instruction At, KnownValue[] Taken)> Calls => calls;

    /// <summary>Where something that is handed to nobody is changed first, by what it comes from.</summary>
    public IEnumerable<KeyValuePair<object, Instruction>> ChangedAlone => changed.Where(c => !handedOn.Contains(c.Key));

    /// <summary>Whether something that comes from this is handed on.</summary>
    public bool HandsOn(object origin) => handedOn.Contains(origin);

    private KnownValue Step(Instruction at, KnownValue[] taken, object? variable)
    {
        switch (at.OpCode.Code)
        {
            case Code.Call or Code.Callvirt or Code.Newobj:
                return Call(at, (MethodReference)at.Operand, taken);
            case Code.Ldftn:
                return new KnownValue(Method: at.Operand as MethodDefinition);
            case Code.Dup:
                return taken[0];
            case Code.Stfld or Code.Stobj:
                Store(at, taken[0], taken[1]);
                return default;
            case Code.Ret or Code.Stsfld:
                HandOn(taken, by: at.Operand);
                return default;
            case Code.Ldfld or Code.Ldflda or Code.Ldelema or Code.Castclass or Code.Isinst or Code.Unbox or Code.Unbox_Any or Code.Ldobj or Code.Ldind_Ref:
                return Give(at, taken[0].Part);
        }

        var name = at.OpCode.Code.ToString();
        if (name.StartsWith("Stelem", StringComparison.Ordinal) || name.StartsWith("Stind", StringComparison.Ordinal))
            Store(at, taken[0], taken[^1]);
        else if (name.StartsWith("Ldelem", StringComparison.Ordinal))
            return Give(at, taken[0].Part);
        else if (variable is not null && taken.Length == 1)
            variables[variable] = taken[0];
        else if (variable is not null)
            return (variables.TryGetValue(variable, out var known) ? known : Give(at, default)) with { Load = at };
        return Give(at, taken.FirstOrDefault(t => t.Origin is not null).Derived);
    }

    private KnownValue Give(Instruction at, KnownValue otherwise) => originOf(at) is { } origin ? new KnownValue(origin, IsPart: true) : otherwise;

    private KnownValue Call(Instruction at, MethodReference called, KnownValue[] taken)
    {
        calls.Add((at, taken));
        var isOwn = called.DeclaringType.GetElementType() is TypeDefinition;
        var isMade = at.OpCode.Code == Code.Newobj;
        if (isMade && taken is [_, { Method: not null } target])
            return new KnownValue(Method: target.Method);
        var on = called.HasThis && !isMade && taken.Length > 0 ? taken[0] : default;
        if (on.IsPart && Changes(at, called))
            changed.TryAdd(on.Origin!, at);
        // A static method of the framework's looks at what it gets; whatever else gets it may keep it.
        if (isOwn || called.HasThis || called.DeclaringType.Namespace == Kit)
            HandOn(on == default ? taken : taken[1..], on.Origin);
        var from = originOf(at) is { } origin ? new KnownValue(origin, IsPart: true) : on.Origin is not null ? on : taken.FirstOrDefault(t => t.Origin is not null);
        // What is told by an out parameter hangs on what tells it.
        foreach (var told in from.IsPart ? taken.Select(t => t.Load).OfType<Instruction>() : [])
        {
            if (told.OpCode.Code is Code.Ldloca or Code.Ldloca_S)
                variables.TryAdd(told.Operand, from.Part);
        }

        if (from.Origin == at)
            return from;
        return Array.Exists(Reaching, prefix => called.Name.StartsWith(prefix, StringComparison.Ordinal)) ? from.Part : from.Derived;
    }

    private void Store(Instruction at, KnownValue into, KnownValue value)
    {
        if (into.IsPart)
            changed.TryAdd(into.Origin!, at);
        HandOn([value], into.Origin);
    }

    // What goes into the very object that it comes from has gone nowhere.
    private void HandOn(KnownValue[] values, object? by) => handedOn.UnionWith(values.Select(v => v.Origin).Where(o => o is not null && o != by)!);

    private static bool Changes(Instruction at, MethodReference called)
    {
        if (called.DeclaringType is ArrayType)
            return called.Name == "Set";
        var type = called.DeclaringType.GetElementType();
        if (type is TypeDefinition own)
        {
            return called.Resolve() is { HasBody: true, IsConstructor: false } method
                && (method.IsSetter || method.Body.Instructions.Any(i => i.Operand is MemberReference used && used.DeclaringType?.GetElementType() == own
                    && (i.OpCode.Code == Code.Stfld || (used as MethodReference)?.Resolve() is { IsSetter: true })));
        }

        return (type.FullName.StartsWith("System.Collections.", StringComparison.Ordinal) || type.FullName == "System.Text.StringBuilder")
            && !type.Name.Contains("Enumerator", StringComparison.Ordinal) && Heap.MayChangeBy(at);
    }
}
