using Mono.Cecil;

namespace ExerciseKit.Tests.Architecture;

/// <summary>The kit's assemblies as they were built.</summary>
internal static class Assemblies
{
    public static ModuleDefinition Read(string project) =>
        ModuleDefinition.ReadModule(Path.Combine(TestContext.CurrentContext.TestDirectory, project == "Cli" ? "kit.dll" : $"ExerciseKit.{project}.dll"));
}
