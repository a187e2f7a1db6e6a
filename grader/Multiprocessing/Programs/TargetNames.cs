using System.Reflection;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing.Programs;

/// <summary>Methods as they are named between processes, and found again.</summary>
internal static class TargetNames
{
    private const string WayOut = "Make it a static method, and hand it what it needs as arguments.";
    private const string AnySignature = "*";
    private const BindingFlags StaticMethods = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The name of a static method of the program; one that is called as an extension method has its first argument with it.</summary>
    /// <exception cref="CannotTravelException">A child process can't run this target.</exception>
    public static Target Of(Delegate target, LoadedProgram program)
    {
        var method = target.Method;
        var shown = $"The target {TypeNames.Readable(method.DeclaringType!)}.{method.Name}";
        if (target.GetInvocationList().Length > 1)
            throw new CannotTravelException($"{shown} is one of several methods in one delegate. Start a child for each of them.");
        if (method.DeclaringType!.Name.Contains('<', StringComparison.Ordinal) && !method.IsStatic)
            throw new CannotTravelException($"The target is a lambda or a local function with captured variables: its variables live in this process. {WayOut}");
        if (!method.IsStatic)
            throw new CannotTravelException($"{shown} is an instance method: its object lives in this process. {WayOut} Or derive from ChildProcess and override Run.");
        if (method.Module.Assembly != program.Assembly)
            throw new CannotTravelException($"{shown} belongs to {method.Module.Assembly.GetName().Name}, and a child process runs methods of your program {program.Assembly.GetName().Name}. Call it from a static method of your own.");
        return new Target(DefinitionOf(method.DeclaringType), method.Name, SignatureOf(method))
        {
            TypeArguments = NamesOf(method.DeclaringType.GetGenericArguments()),
            MethodArguments = NamesOf(method.GetGenericArguments()),
        };
    }

    /// <summary>The name of a process class's Run.</summary>
    public static Target OfInstance(Type type) =>
        new(DefinitionOf(type), "Run", "", IsInstance: true) { TypeArguments = NamesOf(type.GetGenericArguments()) };

    /// <summary>How a message calls a parameter's argument.</summary>
    public static string Describe(ParameterInfo parameter) => $"argument {parameter.Position + 1} ({parameter.Name})";

    /// <exception cref="TargetNotFoundException">There is no such type, or no such process class.</exception>
    public static Type FindType(Assembly assembly, Target target)
    {
        if (typeof(TargetNames).Assembly.GetType(target.Type) is { } own && own.IsDefined(typeof(RunsInChildrenAttribute)))
            return own;
        var type = assembly.GetType(target.Type);
        // An exercise names its class; the student chooses the namespace.
        if (type is null && target.Signature == AnySignature)
        {
            var candidates = assembly.GetTypes().Where(t => t.Name == target.Type && !t.IsNested).ToArray();
            if (candidates.Length > 1)
                throw new TargetNotFoundException($"There are {candidates.Length} classes named {target.Type}: {string.Join(", ", candidates.Select(c => c.FullName))}. Keep one.");
            type = candidates.SingleOrDefault();
        }

        if (type is null)
            throw new TargetNotFoundException($"There is no class {target.Type} in {assembly.GetName().Name}.");
        if (target.IsInstance && (!typeof(ChildProcess).IsAssignableFrom(type) || type.IsAbstract))
            throw new TargetNotFoundException($"{target.Type} is no class that derives from ChildProcess.");
        return target.TypeArguments.Count == 0 ? type : type.MakeGenericType(TypesOf(target.TypeArguments, assembly));
    }

    /// <exception cref="TargetNotFoundException">There is no such method, or more than one.</exception>
    public static MethodInfo FindMethod(Type type, Target target, int arguments)
    {
        var methods = type.GetMethods(StaticMethods).Where(m => m.Name == target.Method).Select(m => Closed(m, target.MethodArguments)).OfType<MethodInfo>().ToArray();
        var fitting = methods.Where(m => Fits(m, target.Signature, arguments)).ToArray();
        return fitting switch
        {
            [var one] => one,
            [] => throw new TargetNotFoundException($"There is no static method {target.Type}.{target.Method}({(target.Signature == AnySignature ? $"{arguments} arguments" : target.Signature)}){Instead(methods)}."),
            _ => throw new TargetNotFoundException($"There are {fitting.Length} static methods {target.Type}.{target.Method} that take {arguments} arguments. Keep one."),
        };
    }

    /// <summary>The method with its type parameters filled in; null where they are not for it.</summary>
    private static MethodInfo? Closed(MethodInfo method, EquatableArray<string> arguments)
    {
        if (arguments.Count != method.GetGenericArguments().Length)
            return null;
        if (arguments.Count == 0)
            return method;
        try
        {
            return method.MakeGenericMethod(TypesOf(arguments, method.Module.Assembly));
        }
        catch (ArgumentException)
        {
            // An overload whose constraints these types do not meet.
            return null;
        }
    }

    private static string DefinitionOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!;

    private static EquatableArray<string> NamesOf(Type[] types) => types.Select(TypeNames.Of).ToEquatableArray();

    private static Type[] TypesOf(EquatableArray<string> names, Assembly program) => [.. names.Select(n => TypeNames.Find(n, program))];

    private static bool Fits(MethodInfo method, string signature, int arguments)
    {
        if (signature != AnySignature)
            return SignatureOf(method) == signature;
        var parameters = method.GetParameters();
        return parameters.Length >= arguments && parameters.Skip(arguments).All(p => p.IsOptional);
    }

    private static string Instead(MethodInfo[] methods) =>
        methods.Length == 0 ? "" : $"; there is {string.Join(" and ", methods.Select(m => $"{m.Name}({SignatureOf(m)})"))}";

    private static string SignatureOf(MethodInfo method) => string.Join(',', method.GetParameters().Select(p => p.ParameterType.ToString()));
}
