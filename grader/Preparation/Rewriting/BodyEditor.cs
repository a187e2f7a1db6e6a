using ExerciseKit.Preparation.Shims;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using CallSite = ExerciseKit.Contract.CallSite;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>A method body being woven into, with what was known of it before.</summary>
internal sealed class BodyEditor
{
    /// <summary>Where an original instruction stands now that others were put in its place.</summary>
    private readonly Dictionary<Instruction, Instruction> moved = [];

    public BodyEditor(MethodDefinition method)
    {
        Method = method;
        Sites = new SiteMap(method);
        BackwardTargets = [.. method.Body.Instructions.SelectMany(from => Targets(from).Where(to => to.Offset <= from.Offset)).Distinct()];
        Original = [.. method.Body.Instructions];
        var statements = method.DebugInformation.SequencePoints.Where(p => !p.IsHidden).Select(p => p.Offset).ToHashSet();
        Statements = [.. Original.Where(i => statements.Contains(i.Offset)).Union(BackwardTargets)];
        // Inserted code may push a target out of a short branch's reach.
        method.Body.SimplifyMacros();
    }

    public MethodDefinition Method { get; }

    public SiteMap Sites { get; }

    /// <summary>Where branches that go back land: the loops' heads.</summary>
    public IReadOnlyList<Instruction> BackwardTargets { get; }

    /// <summary>Where statements of the source begin, and the loops' heads.</summary>
    public IReadOnlyList<Instruction> Statements { get; }

    /// <summary>The instructions as they were at first.</summary>
    public IReadOnlyList<Instruction> Original { get; }

    /// <summary>Puts instructions before another so that whatever branched to it, or began or ended at it, now does so at the first of them.</summary>
    /// <returns>The instruction that now stands for <paramref name="target"/>, behind the inserted ones.</returns>
    public Instruction InsertBefore(Instruction target, params ReadOnlySpan<Instruction> inserted)
    {
        var moved = Instruction.Create(OpCodes.Nop);
        moved.OpCode = target.OpCode;
        moved.Operand = target.Operand;
        Sites[moved] = Sites[target];
        this.moved.TryAdd(target, moved);
        target.OpCode = inserted[0].OpCode;
        target.Operand = inserted[0].Operand;
        var il = Method.Body.GetILProcessor();
        var last = target;
        foreach (var instruction in inserted[1..])
        {
            il.InsertAfter(last, instruction);
            last = instruction;
        }

        il.InsertAfter(last, moved);
        return moved;
    }

    /// <summary>Puts an instruction right after an original one that does not branch.</summary>
    public void InsertAfter(Instruction original, Instruction inserted) =>
        Method.Body.GetILProcessor().InsertAfter(moved.GetValueOrDefault(original, original), inserted);

    /// <summary>Puts instructions at the method's very beginning, where no branch lands and no region starts.</summary>
    public void InsertAtEntry(params ReadOnlySpan<Instruction> inserted)
    {
        var il = Method.Body.GetILProcessor();
        var first = Method.Body.Instructions[0];
        foreach (var instruction in inserted)
            il.InsertBefore(first, instruction);
    }

    /// <summary>Where something may be put before an instruction: nothing may stand between a prefix such as constrained. and its call.</summary>
    public static Instruction FirstPrefix(Instruction instruction)
    {
        while (instruction.Previous is { OpCode.OpCodeType: OpCodeType.Prefix } prefix)
            instruction = prefix;
        return instruction;
    }

    /// <summary>A call of a method that takes a file and a line.</summary>
    public static Instruction[] CallWithSite(MethodReference method, CallSite site) =>
    [
        Instruction.Create(OpCodes.Ldstr, site.File),
        Instruction.Create(OpCodes.Ldc_I4, site.Line),
        Instruction.Create(OpCodes.Call, method),
    ];

    /// <summary>A call of a method that takes a file, a line and a method's number; 0 for none.</summary>
    public static Instruction[] CallWithSite(MethodReference method, CallSite site, int number)
    {
        var call = CallWithSite(method, site);
        return [.. call[..^1], Instruction.Create(OpCodes.Ldc_I4, number), call[^1]];
    }

    /// <summary>Where an instruction may branch to.</summary>
    public static Instruction[] Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}
