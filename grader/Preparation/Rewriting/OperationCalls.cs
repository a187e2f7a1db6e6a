using ExerciseKit.Preparation.Shims;
using Mono.Cecil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Which calls may become operations, so that their places must be known.</summary>
internal static class OperationCalls
{
    private const string Kit = "ExerciseKit.Multiprocessing";

    /// <summary>Whether a call, after redirection, may ask the kernel.</summary>
    /// <remarks>A kit's or a shim's object is also met through the interface or base class that <c>using</c> and <c>Console.Out</c> go by.</remarks>
    public static bool Include(MethodReference called)
    {
        var type = called.DeclaringType.GetElementType();
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Scope.Name == Kit
            || (type.Namespace == ShimCatalog.ShimNamespace && type.Scope.Name == ShimCatalog.HostAssembly.Name)
            || (type.FullName == "System.IDisposable" && called.Name == nameof(IDisposable.Dispose))
            || type.FullName == "System.IO.TextWriter";
    }
}
