using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Policy;

/// <summary>The methods of an assembly that may run when the grader calls some of them: whom these call, make delegates of, or may have called by the types that they use.</summary>
/// <remarks>
/// Rather too many than too few: of a type that is used, whatever the framework may call by itself counts (constructors,
/// accessors, virtual methods). What is missed all the same does no harm, since what it may not do is taken out of it.
/// </remarks>
internal sealed class ReachedCode
{
    private readonly HashSet<MethodDefinition> methods = [];
    private readonly HashSet<TypeDefinition> types = [];
    private readonly Queue<MethodDefinition> ahead = [];
    private readonly ModuleDefinition module;

    private ReachedCode(ModuleDefinition module) => this.module = module;

    /// <summary>What is reached from some methods of a type; everything where that type is not there.</summary>
    /// <param name="module">The assembly.</param>
    /// <param name="type">The type's full name.</param>
    /// <param name="names">The methods' names.</param>
    public static ReachedCode From(ModuleDefinition module, string type, IReadOnlyCollection<string> names)
    {
        var reached = new ReachedCode(module);
        if (module.GetType(type) is not { } entry)
            return Everything(module);
        reached.Use(entry);
        foreach (var method in entry.Methods.Where(m => names.Contains(m.Name)))
            reached.Call(method);
        // Whatever a module begins with runs before anything is called.
        foreach (var method in module.GetType("<Module>")?.Methods ?? [])
            reached.Call(method);
        while (reached.ahead.TryDequeue(out var method))
            reached.Follow(method);
        return reached;
    }

    /// <summary>All of an assembly.</summary>
    public static ReachedCode Everything(ModuleDefinition module)
    {
        var reached = new ReachedCode(module);
        reached.types.UnionWith(module.GetTypes());
        reached.methods.UnionWith(module.GetTypes().SelectMany(t => t.Methods));
        return reached;
    }

    /// <summary>Whether a method may run.</summary>
    public bool Includes(MethodDefinition method) => methods.Contains(method);

    /// <summary>Whether something that may run uses a type.</summary>
    public bool Uses(TypeDefinition type) => types.Contains(type);

    private void Follow(MethodDefinition method)
    {
        Use(method.ReturnType);
        foreach (var parameter in method.Parameters)
            Use(parameter.ParameterType);
        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Use(variable.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Use(handler.CatchType);
        foreach (var instruction in method.Body.Instructions)
            Follow(instruction);
    }

    private void Follow(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case MethodReference called:
                Use(called.DeclaringType);
                if (called is GenericInstanceMethod { GenericArguments: var arguments })
                {
                    foreach (var argument in arguments)
                        Use(argument);
                }

                if (Own(called.DeclaringType) is not null && called.Resolve() is { } method)
                    Call(method);
                break;
            case FieldReference field:
                Use(field.DeclaringType);
                Use(field.FieldType);
                break;
            case TypeReference type:
                Use(type);
                break;
        }
    }

    private void Call(MethodDefinition method)
    {
        if (methods.Add(method))
            ahead.Enqueue(method);
    }

    private void Use(TypeReference? type)
    {
        if (type is GenericInstanceType { GenericArguments: var arguments })
        {
            foreach (var argument in arguments)
                Use(argument);
        }

        if (Own(type) is not { } own || !types.Add(own))
            return;
        Use(own.BaseType);
        foreach (var implementation in own.Interfaces)
            Use(implementation.InterfaceType);
        foreach (var field in own.Fields)
            Use(field.FieldType);
        foreach (var method in own.Methods.Where(m => m.IsConstructor || m.IsVirtual || m.IsGetter || m.IsSetter))
            Call(method);
    }

    private TypeDefinition? Own(TypeReference? type) => type switch
    {
        null or GenericParameter => null,
        TypeDefinition own => own.Module == module ? own : null,
        TypeSpecification specification => Own(specification.ElementType),
        _ => null,
    };
}
