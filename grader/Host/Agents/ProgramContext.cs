using System.Reflection;
using System.Runtime.Loader;

namespace ExerciseKit.Host.Agents;

/// <summary>A load context of its own for one student's program, so that its statics start afresh and go with it.</summary>
/// <param name="folder">Where the program's libraries stand.</param>
internal sealed class ProgramContext(string folder) : AssemblyLoadContext("program", isCollectible: true)
{
    /// <summary>The kit is the host's own, or the program's primitives would not be the host's; libraries come from beside the program.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name!.StartsWith("ExerciseKit.", StringComparison.Ordinal) && TryHost(assemblyName) is { } hosts)
            return hosts;
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromStream(new MemoryStream(File.ReadAllBytes(path))) : null;
    }

    private static Assembly? TryHost(AssemblyName name) =>
        Default.Assemblies.FirstOrDefault(a => a.GetName().Name == name.Name)
        ?? (File.Exists(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll")) ? Default.LoadFromAssemblyName(new AssemblyName(name.Name!)) : null);
}
