using Mono.Cecil;

namespace ExerciseKit.Tests.Architecture;

/// <summary>Which folder of a project knows which, as its assembly was built; a folder is a namespace.</summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedSet<string>> known = new(StringComparer.Ordinal);

    public FolderGraph(ModuleDefinition module)
    {
        foreach (var type in module.Types.Where(t => IsOurs(t.Namespace)))
        {
            var folders = Known(type.Namespace);
            folders.UnionWith(TypeUses.Of(type).Where(used => used.Scope is ModuleDefinition && IsOurs(used.Namespace) && used.Namespace != type.Namespace).Select(used => used.Namespace));
        }
    }

    /// <summary>The folders, with those that each knows.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Folders => known;

    /// <summary>The folders that know one another, each with the way round: empty where there is none.</summary>
    /// <param name="without">A folder that is left out.</param>
    public IReadOnlyList<string> Circles(string? without = null) =>
        [.. known.Keys.Where(folder => folder != without).Select(folder => Way(folder, folder, [], without)).OfType<string>()];

    private static bool IsOurs(string space) => space.StartsWith("ExerciseKit", StringComparison.Ordinal);

    private SortedSet<string> Known(string folder) =>
        known.TryGetValue(folder, out var folders) ? folders : known[folder] = new(StringComparer.Ordinal);

    private string? Way(string from, string to, HashSet<string> seen, string? without)
    {
        foreach (var next in Known(from).Where(n => n != without))
        {
            if (next == to)
                return $"{from} → {to}";
            if (seen.Add(next) && Way(next, to, seen, without) is { } rest)
                return $"{from} → {rest}";
        }

        return null;
    }
}
