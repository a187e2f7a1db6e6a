using System.Diagnostics.CodeAnalysis;
using ExerciseKit.Preparation.Shims;
using Mono.Cecil;
using Mono.Cecil.Cil;
using CallSite = ExerciseKit.Contract.CallSite;
using LocalizedText = ExerciseKit.Contract.LocalizedText;

namespace ExerciseKit.Preparation.Policy;

/// <summary>Walks through everything that an assembly names, and says what graded code may not.</summary>
/// <param name="allowed">What it may.</param>
/// <param name="reached">What of it may run; of the rest, what a method does is not refused, but to be taken out.</param>
internal sealed class PolicyWalker(AllowList allowed, ReachedCode reached)
{
    private readonly List<(MethodDefinition Method, PolicyRefusal Refusal)> idle = [];
    private readonly List<(PolicyRefusal Refusal, LocalizedText Instead, IReadOnlyList<string> Takes)> refusals = [];
    private readonly TypePolicy types = new(allowed);
    private MethodDefinition? method;
    private CallSite site;

    /// <summary>The methods that nobody calls and that do what graded code may not, each with the first such thing.</summary>
    public IReadOnlyList<(MethodDefinition Method, PolicyRefusal Refusal)> Idle => idle;

    /// <summary>The refusals in the order of the source, one for each place and reason; one without a place only where none of its reason has one.</summary>
    /// <remarks>A type that a refused call takes is not told beside the call: where it is an optional argument, the student never wrote it.</remarks>
    public IReadOnlyList<PolicyRefusal> Walk(ModuleDefinition module)
    {
        CheckAttributes(module.Assembly);
        CheckAttributes(module);
        foreach (var type in module.GetTypes())
            Walk(type);
        var placed = refusals.Where(r => r.Refusal.Site.IsKnown).Select(r => r.Instead).ToHashSet();
        var taken = refusals.SelectMany(r => r.Takes, (r, type) => (r.Refusal.Site, type)).ToHashSet();
        return [.. refusals
            .Where(r => r.Refusal.Site.IsKnown || !placed.Contains(r.Instead))
            .Where(r => r.Takes.Count > 0 || !taken.Contains((r.Refusal.Site, r.Refusal.Member)))
            .OrderBy(r => !r.Refusal.Site.IsKnown).ThenBy(r => r.Refusal.Site.File, StringComparer.Ordinal).ThenBy(r => r.Refusal.Site.Line)
            .DistinctBy(r => (r.Refusal.Site, r.Instead))
            .Select(r => r.Refusal)];
    }

    private void Walk(TypeDefinition type)
    {
        method = null;
        site = FirstSite(type);
        foreach (var (name, instead) in OwnTypePolicy.Refusals(type))
            Refuse(name, instead);
        CheckType(type.BaseType);
        if (type.BaseType is not null && TypePolicy.RefusesDerivation(type.BaseType, out var advice))
            Refuse(LocalizedText.Same(TypePolicy.Display(type.BaseType)), advice);
        CheckAttributes(type);
        CheckGenericParameters(type);
        var isUsed = reached.Uses(type);
        foreach (var implementation in type.Interfaces.Where(_ => isUsed))
            CheckType(implementation.InterfaceType);
        foreach (var field in type.Fields)
        {
            // Of a type that nothing uses, no field can do anything.
            if (isUsed)
                CheckType(field.FieldType);
            CheckAttributes(field);
        }

        foreach (var property in type.Properties)
            CheckAttributes(property);
        foreach (var each in type.Methods)
            Walk(each);
    }

    // A type made by the compiler may have no method; it stands where its outer type does.
    private static CallSite FirstSite(TypeDefinition type)
    {
        var own = type.Methods.Where(m => m.HasBody).Select(m => new SiteMap(m).First).FirstOrDefault(s => s.IsKnown, CallSite.Unknown);
        return own.IsKnown || type.DeclaringType is null ? own : FirstSite(type.DeclaringType);
    }

    private void Walk(MethodDefinition each)
    {
        // Every delegate type has them, whether anybody wants them or not; .NET no longer runs them.
        if (each is { IsRuntime: true, Name: "BeginInvoke" or "EndInvoke" })
            return;
        var sites = each.HasBody ? new SiteMap(each) : null;
        method = each;
        if (sites is { First.IsKnown: true })
            site = sites.First;
        if (OwnTypePolicy.Refusal(each) is { } refusal)
            Refuse(refusal.Name, refusal.Instead);
        var before = refusals.Count;
        CheckAttributes(each);
        CheckGenericParameters(each);
        foreach (var parameter in each.Parameters)
            CheckAttributes(parameter);
        CheckUses(each, sites);
        if (sites is null || reached.Includes(each) || refusals.Count == before)
            return;
        idle.Add((each, refusals.Skip(before).OrderBy(r => !r.Refusal.Site.IsKnown).First().Refusal));
        refusals.RemoveRange(before, refusals.Count - before);
    }

    private void CheckUses(MethodDefinition each, SiteMap? sites)
    {
        CheckType(each.ReturnType);
        foreach (var parameter in each.Parameters)
            CheckType(parameter.ParameterType);
        if (sites is null)
            return;
        foreach (var variable in each.Body.Variables)
        {
            // Where it is first given a value: there the student wrote its type.
            site = each.Body.Instructions.FirstOrDefault(i => IsStoreTo(i, variable)) is { } first ? sites[first] : sites.First;
            CheckType(variable.VariableType);
        }

        foreach (var handler in each.Body.ExceptionHandlers)
        {
            site = sites[handler.HandlerStart];
            CheckType(handler.CatchType);
        }

        foreach (var instruction in each.Body.Instructions)
        {
            site = sites[instruction];
            Check(instruction);
        }

        site = sites.First;
    }

    private static bool IsStoreTo(Instruction instruction, VariableDefinition variable) => instruction.OpCode.Code switch
    {
        Code.Stloc_0 => variable.Index == 0,
        Code.Stloc_1 => variable.Index == 1,
        Code.Stloc_2 => variable.Index == 2,
        Code.Stloc_3 => variable.Index == 3,
        Code.Stloc or Code.Stloc_S or Code.Ldloca or Code.Ldloca_S => instruction.Operand == variable,
        _ => false,
    };

    private void Check(Instruction instruction)
    {
        if (OwnTypePolicy.Refusal(instruction) is { } refusal)
            Refuse(refusal.Name, refusal.Instead);
        switch (instruction.Operand)
        {
            case MethodReference called:
                CheckMethod(called, instruction.OpCode);
                break;
            case FieldReference field:
                CheckMember(field.DeclaringType, field.Name, "");
                break;
            case TypeReference type:
                CheckType(type);
                break;
        }
    }

    private void CheckMethod(MethodReference called, OpCode code)
    {
        if (called is GenericInstanceMethod { GenericArguments: var arguments })
        {
            foreach (var argument in arguments)
                CheckType(argument);
        }

        if ((called.Name == nameof(GetHashCode) && !CompilerPlumbing.IsGetHashCode(method!)) || IsDelegateOfHash(called, code))
            Refuse(LocalizedText.Same($"{TypePolicy.Display(called.DeclaringType)}.{called.Name}"), ("the value itself: a hash differs from run to run", "值本身：哈希值每次运行都不同"));
        CheckMember(called.DeclaringType, called.Name, Signatures.Of(called.GetElementMethod()), [.. called.Parameters.Select(p => Told(p.ParameterType.FullName))]);
        if (called.Name == ".ctor" && code == OpCodes.Call && TypePolicy.RefusesDerivation(called.DeclaringType, out var advice))
            Refuse(LocalizedText.Same(TypePolicy.Display(called.DeclaringType)), advice);
    }

    // Who calls a delegate is not known.
    private static bool IsDelegateOfHash(MethodReference called, OpCode code) =>
        code.Code is Code.Ldftn or Code.Ldvirtftn && (called.Name == nameof(GetHashCode) || called.DeclaringType.FullName == "System.HashCode");

    private void CheckMember(TypeReference declaring, string member, string signature, params IReadOnlyList<string> takes)
    {
        if (!TypePolicy.IsFramework(declaring, out var name))
        {
            CheckType(declaring);
            return;
        }

        CheckTypeArguments(declaring);
        var ruling = allowed.OfMember(name, member, signature);
        if (!ruling.IsAllowed && !CompilerPlumbing.Permits(method!, name, member))
            Refuse(LocalizedText.Same(TypePolicy.Display(name, member)), ruling.Instead, takes);
    }

    private void CheckType([AllowNull] TypeReference type)
    {
        if (type is null)
            return;
        foreach (var part in types.Refused(type))
        {
            if (!CompilerPlumbing.PermitsType(method, part.Name.En))
                Refuse(part.Name.Select(Told), part.Instead);
        }
    }

    private void CheckTypeArguments(TypeReference declaring)
    {
        if (declaring is not GenericInstanceType { GenericArguments: var arguments })
            return;
        foreach (var argument in arguments)
            CheckType(argument);
    }

    private void CheckAttributes(ICustomAttributeProvider provider)
    {
        if (!provider.HasCustomAttributes)
            return;
        foreach (var attribute in provider.CustomAttributes)
            CheckType(attribute.AttributeType);
    }

    private void CheckGenericParameters(IGenericParameterProvider provider)
    {
        foreach (var parameter in provider.GenericParameters)
        {
            CheckAttributes(parameter);
            foreach (var constraint in parameter.Constraints)
                CheckType(constraint.ConstraintType);
        }
    }

    private static string Told(string type) => type.Replace('/', '.').TrimEnd('&');

    private void Refuse(LocalizedText member, LocalizedText instead, params IReadOnlyList<string> takes) => refusals.Add((
        new PolicyRefusal(site, member.En, ($"{member.En} may not be used here. Use instead: {instead.En}.", $"这里不能用 {member.Zh}。请改用：{instead.Zh}。")) { MemberZh = member.Zh },
        instead,
        takes));
}
