using ExerciseKit.Host.Shims;
using ExerciseKit.Preparation.Shims;
using Mono.Cecil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>How one module refers to the host: its assembly, its shims, and the methods that weaving calls.</summary>
internal sealed class HostReferences
{
    private readonly ModuleDefinition module;
    private readonly AssemblyNameReference host = new(ShimCatalog.HostAssembly.Name, ShimCatalog.HostAssembly.Version);
    private readonly Dictionary<string, TypeReference> types = [];

    public HostReferences(ModuleDefinition module)
    {
        this.module = module;
        module.AssemblyReferences.Add(host);
        var (nothing, flag, anything, text, number) =
            (module.TypeSystem.Void, module.TypeSystem.Boolean, module.TypeSystem.Object, module.TypeSystem.String, module.TypeSystem.Int32);
        EnterSite = Method(nameof(CallSites), nameof(CallSites.Enter), nothing, text, number);
        SpendLoop = Method(nameof(LoopBudget), nameof(LoopBudget.Spend), nothing, text, number);
        EnterMethod = Method(nameof(LoopBudget), nameof(LoopBudget.EnterMethod), nothing, text, number);
        Admits = Method(nameof(RunState), nameof(RunState.Admits), flag, anything);
        Screen = Method(nameof(RunState), nameof(RunState.Screen), anything, anything);
        EnterFinally = Method(nameof(RunState), nameof(RunState.EnterFinally), nothing);
    }

    public MethodReference EnterSite { get; }

    public MethodReference SpendLoop { get; }

    public MethodReference EnterMethod { get; }

    public MethodReference Admits { get; }

    public MethodReference Screen { get; }

    public MethodReference EnterFinally { get; }

    public IMetadataScope Scope => host;

    public TypeReference Type(string name)
    {
        if (!types.TryGetValue(name, out var type))
            types[name] = type = new TypeReference(ShimCatalog.ShimNamespace, name, module, host);
        return type;
    }

    private MethodReference Method(string type, string name, TypeReference returns, params TypeReference[] parameters)
    {
        var method = new MethodReference(name, returns, Type(type));
        foreach (var parameter in parameters)
            method.Parameters.Add(new ParameterDefinition(parameter));
        return method;
    }
}
