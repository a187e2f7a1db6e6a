using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>Roslyn as the SDK brings it: the very compiler that <c>dotnet build</c> runs, and compiled ahead of time, unlike the package.</summary>
/// <remarks>The package is for compiling against; loading it from there would cost each call of <c>kit</c> a second of JIT.</remarks>
internal static class SdkCompiler
{
    private const string Prefix = "Microsoft.CodeAnalysis";

    // Before any method that names a type of Roslyn is entered, whoever calls it.
#pragma warning disable CA2255 // The libraries' users are our own.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => AssemblyLoadContext.Default.Resolving += Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name?.StartsWith(Prefix, StringComparison.Ordinal) != true || name.CultureName is { Length: > 0 })
            return null;
        var path = Path.Combine(SdkLocation.Find().Folder, "Roslyn", "bincore", name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
