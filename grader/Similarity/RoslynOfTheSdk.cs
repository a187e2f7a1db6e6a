using System.Runtime.CompilerServices;
using ExerciseKit.Preparation;

namespace ExerciseKit.Similarity;

/// <summary>Roslyn comes from the SDK, and <see cref="Preparation"/> finds it there from its first moment; this assembly names Roslyn's types, too.</summary>
internal static class RoslynOfTheSdk
{
    // Before any method that names a type of Roslyn is entered, whoever calls it.
#pragma warning disable CA2255 // The library's users are our own.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Find() => RuntimeHelpers.RunModuleConstructor(typeof(PlainCompilation).Module.ModuleHandle);
}
