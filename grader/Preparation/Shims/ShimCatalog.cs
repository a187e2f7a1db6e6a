using System.Collections.Frozen;
using System.Reflection;
using ExerciseKit.Host.Shims;

namespace ExerciseKit.Preparation.Shims;

/// <summary>The shims of the host, by the framework type that each stands for.</summary>
internal static class ShimCatalog
{
    /// <summary>The host's assembly, which rewritten code refers to.</summary>
    public static AssemblyName HostAssembly { get; } = typeof(StandsForAttribute).Assembly.GetName();

    public static string ShimNamespace { get; } = typeof(StandsForAttribute).Namespace!;

    private static readonly FrozenDictionary<string, Shim> Shims = typeof(StandsForAttribute).Assembly.GetTypes()
        .Where(t => t.IsDefined(typeof(StandsForAttribute)))
        .Select(t => new Shim(t))
        .ToFrozenDictionary(s => s.Original.FullName!, StringComparer.Ordinal);

    public static IEnumerable<Shim> All => Shims.Values;

    /// <param name="type">A framework type's full name.</param>
    /// <returns>Null where it has no shim.</returns>
    public static Shim? Find(string type) => Shims.GetValueOrDefault(type);
}
