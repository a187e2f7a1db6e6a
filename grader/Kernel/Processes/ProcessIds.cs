namespace ExerciseKit.Kernel.Processes;

/// <summary>Process ids that depend on nothing but the agent's name, so that they are the same in every interleaving.</summary>
internal static class ProcessIds
{
    private const int RootId = 1000;
    private const int ChildrenPerLevel = 1000;
    private const int FirstHashedId = 10_000_000;

    public static int Of(string name)
    {
        var ordinals = name.Split('.')[1..];
        if (ordinals.Length == 0)
            return RootId;
        if (ordinals.Length == 1)
            return RootId + 1 + int.Parse(ordinals[0]);
        if (ordinals.Length == 2 && ordinals.All(o => o.Length < 4))
            return (RootId + 1 + int.Parse(ordinals[0])) * ChildrenPerLevel + int.Parse(ordinals[1]);

        // Deeper families are rare; FNV-1a keeps their ids apart well enough.
        var hash = 2166136261u;
        foreach (var c in name)
            hash = (hash ^ c) * 16777619;
        return FirstHashedId + (int)(hash % 1_000_000_000);
    }
}
