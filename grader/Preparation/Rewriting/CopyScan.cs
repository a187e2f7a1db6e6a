using ExerciseKit.Contract;
using ExerciseKit.Preparation.Policy;
using ExerciseKit.Preparation.Shims;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Finds what a process changes in its own memory only, for others to see: its copy of a shared value, of an argument, of a static field.</summary>
/// <remarks>Asked before anything is woven in. What is sent, put, set, returned or handed to a method after all is let pass.</remarks>
internal sealed class CopyScan
{
    private const string Kit = "ExerciseKit.Multiprocessing";
    private const int MaxTold = 3;

    private readonly Dictionary<MethodDefinition, ValueFlow> flows;
    private readonly List<Handing> handings;
    private readonly HashSet<Instruction> handed;
    private readonly HashSet<MethodDefinition> inChildren;

    private CopyScan(ModuleDefinition module)
    {
        flows = module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody).ToDictionary(m => m, m => new ValueFlow(m, at => OriginIn(m, at)));
        handings = [.. flows.SelectMany(f => f.Value.Calls.SelectMany(c => Handing.In(f.Key, c.At, c.Taken)))];
        handed = [.. handings.SelectMany(h => h.Arguments).Select(a => a.Load).OfType<Instruction>()];
        inChildren = CalledBy(handings.Select(h => h.Target));
    }

    /// <summary>A sentence for each, in the order in which the methods stand.</summary>
    public static IReadOnlyList<LocalizedText> Remarks(ModuleDefinition module)
    {
        var scan = new CopyScan(module);
        return [.. scan.OfShared().Concat(scan.OfArguments()).Concat(scan.OfStatics()).Distinct().Take(MaxTold)];
    }

    private IEnumerable<LocalizedText> OfShared() =>
        from flow in flows
        from change in flow.Value.ChangedAlone
        where change.Key is Instruction
        select OfShared(Site(flow.Key, change.Value));

    private IEnumerable<LocalizedText> OfArguments() =>
        from handing in handings
        from change in flows.GetValueOrDefault(handing.Target)?.ChangedAlone ?? []
        where handing.Hands(change.Key, besides: handed)
        select OfArgument(handing.Target.Name, NameOf(change.Key), Site(handing.Target, change.Value), Site(handing.By, handing.At));

    private IEnumerable<LocalizedText> OfStatics()
    {
        var set = Uses(inChildren, Code.Stsfld);
        foreach (var (method, field, at) in inChildren.SelectMany(m => flows[m].ChangedAlone.Select(c => (m, c.Key as FieldDefinition, c.Value))))
        {
            if (field is { IsStatic: true })
                set.TryAdd(field, (method, at));
        }

        var read = Uses(flows.Keys.Where(m => !inChildren.Contains(m) && !m.IsConstructor), Code.Ldsfld);
        return from one in set
               where read.ContainsKey(one.Key) && !StaticsScan.IsCompilers(one.Key) && !inChildren.Any(m => flows[m].HandsOn(one.Key))
               let seen = read[one.Key]
               select OfStatic($"{one.Key.DeclaringType.Name}.{one.Key.Name}", Site(one.Value.Method, one.Value.At), Site(seen.Method, seen.At));
    }

    private static LocalizedText OfShared(string site) => (
        $"{site}: what was read of a shared container is a copy; it is changed here and never set again. Set it again, or nobody else sees the change.",
        $"{site}：从共享容器里读出来的是一份副本；这里改了它，却没有再写回去。请写回去，否则别的进程看不到这个改动。");

    private static LocalizedText OfArgument(string target, string name, string changed, string handed) => (
        $"{target} changes {name} ({changed}), its own copy of what it was handed ({handed}): what a child changes there stays there. Send it back through a queue or a pipe.",
        $"{target} 改动了 {name}（{changed}），而那是传给它的参数（{handed}）的副本：子进程在那里的改动只留在它那里。请通过队列或管道传回来。");

    private static LocalizedText OfStatic(string field, string set, string read) => (
        $"{field} is set in the child ({set}) and read elsewhere ({read}): each process has static fields of its own. Send it through a queue or a pipe.",
        $"{field} 在子进程里设置（{set}），却在别处读取（{read}）：每个进程各有自己的静态字段。请通过队列或管道传过来。");

    /// <summary>Where each static is first used so.</summary>
    private static Dictionary<FieldDefinition, (MethodDefinition Method, Instruction At)> Uses(IEnumerable<MethodDefinition> methods, Code how)
    {
        var found = new Dictionary<FieldDefinition, (MethodDefinition, Instruction)>();
        foreach (var (method, at) in methods.SelectMany(m => m.Body.Instructions.Select(i => (m, i))))
        {
            if (at.OpCode.Code == how && at.Operand is FieldDefinition field)
                found.TryAdd(field, (method, at));
        }

        return found;
    }

    /// <summary>What is asked about: what a shared container gives, what a child is handed, what a static holds.</summary>
    private static object? OriginIn(MethodDefinition method, Instruction at) => at.Operand switch
    {
        MethodReference { DeclaringType: GenericInstanceType { Namespace: Kit } type } called
            when type.ElementType.Name.StartsWith("Shared", StringComparison.Ordinal) && called.Name is "get_Item" or "get_Value" or "get_Values" or "ToArray" or "TryGetValue" or "GetEnumerator" => at,
        FieldDefinition { IsStatic: true } field when at.OpCode.Code is Code.Ldsfld or Code.Ldsflda => field,
        FieldDefinition field when at.OpCode.Code is Code.Ldfld or Code.Ldflda && ChildStateScan.IsProcess(field.DeclaringType) => field,
        _ => Variables.Of(at, method) as ParameterDefinition,
    };

    private HashSet<MethodDefinition> CalledBy(IEnumerable<MethodDefinition> targets)
    {
        var found = new HashSet<MethodDefinition>();
        var ahead = new Queue<MethodDefinition>(targets);
        while (ahead.TryDequeue(out var method))
        {
            if (!flows.ContainsKey(method) || !found.Add(method))
                continue;
            foreach (var called in method.Body.Instructions.Select(i => (i.Operand as MethodReference)?.GetElementMethod()).OfType<MethodDefinition>())
                ahead.Enqueue(called);
        }

        return found;
    }

    private static string NameOf(object origin) => origin is ParameterDefinition parameter ? parameter.Name : ChildStateScan.NameOf((FieldDefinition)origin);

    private static string Site(MethodDefinition method, Instruction at) => new SiteMap(method)[at].ToString();
}
