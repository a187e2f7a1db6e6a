using System.Runtime.CompilerServices;
using ExerciseKit.Preparation;

namespace ExerciseKit.Tests;

/// <summary>Roslyn is the SDK's, and found by the grader, here too: also where a test or a benchmark compiles before it asks anything of the grader.</summary>
internal static class SdkRoslyn
{
#pragma warning disable CA2255 // Nobody else uses this assembly.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Find() => RuntimeHelpers.RunModuleConstructor(typeof(PlainCompilation).Module.ModuleHandle);
}
