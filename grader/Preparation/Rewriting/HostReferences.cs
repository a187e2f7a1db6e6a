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
        EnterSite = Method(nameof(CallSites), nameof(CallSites.Enter), nothing, text, number, number);
        CallOwn = Method(nameof(CallSites), nameof(CallSites.Call), nothing, text, number, number);
        SpendLoop = Method(nameof(LoopBudget), nameof(LoopBudget.Spend), nothing, text, number);
        EnterMethod = Method(nameof(LoopBudget), nameof(LoopBudget.EnterMethod), nothing, text, number);
        Admits = Method(nameof(RunState), nameof(RunState.Admits), flag, anything);
        Screen = Method(nameof(RunState), nameof(RunState.Screen), anything, anything);
        EnterFinally = Method(nameof(RunState), nameof(RunState.EnterFinally), nothing);
        Moments = Type(nameof(Host.Shims.Moments));
        OperationsAsked = new FieldReference(nameof(Landmarks.Asked), number, Type(nameof(Landmarks)));
        HeapChange = Method(nameof(Landmarks), nameof(Landmarks.Change), nothing);
        BeginHeapChange = Method(nameof(Landmarks), nameof(Landmarks.BeginChange), nothing);
        EndHeapChange = Method(nameof(Landmarks), nameof(Landmarks.EndChange), nothing);
        Unwind = Method(nameof(Landmarks), nameof(Landmarks.Unwind), nothing);
        EnterCall = Method(nameof(Landmarks), nameof(Landmarks.EnterCall), Moments);
        ReachStatement = Method(nameof(Landmarks), nameof(Landmarks.Reach), nothing, Moments, number);
    }

    public MethodReference EnterSite { get; }

    public MethodReference CallOwn { get; }

    public MethodReference SpendLoop { get; }

    public MethodReference EnterMethod { get; }

    public MethodReference Admits { get; }

    public MethodReference Screen { get; }

    public MethodReference EnterFinally { get; }

    public MethodReference HeapChange { get; }

    public MethodReference BeginHeapChange { get; }

    public MethodReference EndHeapChange { get; }

    public MethodReference Unwind { get; }

    public MethodReference EnterCall { get; }

    public MethodReference ReachStatement { get; }

    public FieldReference OperationsAsked { get; }

    public TypeReference Moments { get; }

    public IMetadataScope Scope => host;

    /// <summary>What says a variable of this type.</summary>
    public MethodReference SayVariable(TypeReference type)
    {
        if (type.FullName == LiveVariables.Scope)
            return Method(nameof(Landmarks), nameof(Landmarks.SayScope), module.TypeSystem.Void, type);
        var say = Method(nameof(Landmarks), nameof(Landmarks.Say), module.TypeSystem.Void);
        var parameter = new GenericParameter("T", say);
        say.GenericParameters.Add(parameter);
        say.Parameters.Add(new ParameterDefinition(parameter));
        return new GenericInstanceMethod(say) { GenericArguments = { type } };
    }

    public TypeReference Type(string name)
    {
        if (!types.TryGetValue(name, out var type))
            types[name] = type = new TypeReference(ShimCatalog.ShimNamespace, name, module, host);
        return type;
    }

    /// <summary>A way to ask for a hash.</summary>
    /// <param name="name">A method of <see cref="Hashes"/>.</param>
    /// <param name="types">What its type parameters stand for.</param>
    public MethodReference Hash(string name, params TypeReference[] types)
    {
        var way = typeof(Hashes).GetMethods().Single(m => m.Name == name && m.GetGenericArguments().Length == types.Length);
        var reference = new MethodReference(name, module.TypeSystem.Int32, Type(nameof(Hashes)));
        foreach (var parameter in way.GetGenericArguments())
            reference.GenericParameters.Add(new GenericParameter(parameter.Name, reference));
        foreach (var parameter in way.GetParameters())
            reference.Parameters.Add(new ParameterDefinition(Framework(parameter.ParameterType, reference)));
        if (types.Length == 0)
            return reference;
        var instance = new GenericInstanceMethod(reference);
        foreach (var type in types)
            instance.GenericArguments.Add(type);
        return instance;
    }

    /// <summary>A type of the framework as the student's own assembly refers to it, by the names that it was compiled against.</summary>
    private TypeReference Framework(Type type, MethodReference owner)
    {
        if (type.IsGenericParameter)
            return owner.GenericParameters[type.GenericParameterPosition];
        if (type.IsByRef)
            return new ByReferenceType(Framework(type.GetElementType()!, owner));
        if (type == typeof(object))
            return module.TypeSystem.Object;
        var reference = new TypeReference(type.Namespace, type.Name, module, module.TypeSystem.CoreLibrary);
        if (!type.IsGenericType)
            return reference;
        var instance = new GenericInstanceType(reference);
        foreach (var argument in type.GetGenericArguments())
        {
            reference.GenericParameters.Add(new GenericParameter(reference));
            instance.GenericArguments.Add(Framework(argument, owner));
        }

        return instance;
    }

    private MethodReference Method(string type, string name, TypeReference returns, params TypeReference[] parameters)
    {
        var method = new MethodReference(name, returns, Type(type));
        foreach (var parameter in parameters)
            method.Parameters.Add(new ParameterDefinition(parameter));
        return method;
    }
}
