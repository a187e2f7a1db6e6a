using ExerciseKit.Preparation.Shims;
using Mono.Cecil;
using Mono.Cecil.Cil;
using CallSite = ExerciseKit.Contract.CallSite;
using LocalizedText = ExerciseKit.Contract.LocalizedText;

namespace ExerciseKit.Preparation.Policy;

/// <summary>Finds what a child process keeps in its own object for others to read: they read their own object, in which nothing changes.</summary>
internal static class ChildStateScan
{
    private const string Process = "ExerciseKit.Multiprocessing.ChildProcess";
    private const string Entry = "Run";
    private const int MaxTold = 3;

    /// <summary>A sentence for each such field or property.</summary>
    public static IReadOnlyList<LocalizedText> Remarks(ModuleDefinition module) => [.. module.GetTypes().Where(IsProcess).SelectMany(type => Of(type, module)).Take(MaxTold)];

    private static IEnumerable<LocalizedText> Of(TypeDefinition type, ModuleDefinition module)
    {
        var inChild = InChild(type);
        foreach (var field in type.Fields.Where(f => !f.IsStatic))
        {
            if (inChild.Select(m => Use(m, type, field, isStore: true)).FirstOrDefault(s => s.IsKnown) is not { IsKnown: true } set)
                continue;
            var others = module.GetTypes().SelectMany(t => t.Methods).Where(m => !inChild.Contains(m) && !IsAccessor(m, type));
            if (others.Select(m => Use(m, type, field, isStore: false)).FirstOrDefault(s => s.IsKnown) is { IsKnown: true } read)
            {
                yield return (
                    $"{type.Name}.{NameOf(field)} is set in the child ({set}) and read elsewhere ({read}): what a child sets in its own object stays there. Send it through a queue or a pipe.",
                    $"{type.Name}.{NameOf(field)} 在子进程里设置（{set}），却在别处读取（{read}）：子进程在自己的对象里设置的值只留在它那里。请通过队列或管道传过来。");
            }
        }
    }

    /// <summary>Whether it derives from the kit's process.</summary>
    public static bool IsProcess(TypeDefinition type)
    {
        for (var at = type; at is not null; at = at.BaseType as TypeDefinition)
        {
            if (at.BaseType?.FullName == Process)
                return true;
        }

        return false;
    }

    /// <summary>What Run does itself, or by methods of its own class. Accessors are seen through.</summary>
    public static HashSet<MethodDefinition> InChild(TypeDefinition type)
    {
        var found = new HashSet<MethodDefinition>();
        var ahead = new Queue<MethodDefinition>(type.Methods.Where(m => m is { Name: Entry, IsVirtual: true, HasBody: true } && m.Parameters.Count == 0));
        while (ahead.TryDequeue(out var method))
        {
            if (!found.Add(method))
                continue;
            foreach (var called in method.Body.Instructions.Select(i => i.Operand).OfType<MethodDefinition>())
            {
                if (called.DeclaringType == type && called is { HasBody: true, IsConstructor: false } && !IsAccessor(called, type))
                    ahead.Enqueue(called);
            }
        }

        return found;
    }

    private static CallSite Use(MethodDefinition method, TypeDefinition type, FieldDefinition field, bool isStore)
    {
        if (!method.HasBody || (method.IsConstructor && method.DeclaringType == type))
            return CallSite.Unknown;
        var use = method.Body.Instructions.FirstOrDefault(i => i.Operand switch
        {
            FieldDefinition used => used == field && (i.OpCode == OpCodes.Stfld) == isStore,
            MethodDefinition called => called.DeclaringType == type && (isStore ? called.IsSetter : called.IsGetter) && called.HasBody && called.Body.Instructions.Any(inner => inner.Operand == field),
            _ => false,
        });
        return use is null ? CallSite.Unknown : new SiteMap(method)[use];
    }

    private static bool IsAccessor(MethodDefinition method, TypeDefinition type) => method.DeclaringType == type && (method.IsGetter || method.IsSetter);

    /// <summary>The field's name, as the student wrote it: that of an automatic property is <c>&lt;Answer&gt;k__BackingField</c>.</summary>
    public static string NameOf(FieldDefinition field) => field.Name is ['<', .. var rest] && rest.IndexOf('>', StringComparison.Ordinal) is > 0 and var end ? rest[..end] : field.Name;
}
