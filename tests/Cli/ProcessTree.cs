using System.Globalization;

namespace ExerciseKit.Tests.Cli;

/// <summary>What a process has started, and what all of it is doing. Empty where there is no <c>/proc</c>.</summary>
internal static class ProcessTree
{
    /// <summary>The ids of what a process has started and of what that has started, as long as they live.</summary>
    public static IReadOnlyList<int> Descendants(int root)
    {
        var parents = Ids("/proc").ToDictionary(id => id, id => int.TryParse(Field($"/proc/{id}/status", "PPid"), CultureInfo.InvariantCulture, out var parent) ? parent : 0);
        return [.. parents.Keys.Where(IsBelow).Order()];

        bool IsBelow(int id) => parents.GetValueOrDefault(id) is var parent and > 0 && (parent == root || IsBelow(parent));
    }

    /// <summary>A line for each thread of the process and of what it has started: its name, its state, and where in the kernel it waits.</summary>
    public static string Describe(int root) =>
        string.Join('\n', Descendants(root).Prepend(root).SelectMany(id => Ids($"/proc/{id}/task").Select(thread => $"  {id}/{thread}: {Thread($"/proc/{id}/task/{thread}")}")));

    /// <summary>What a process was started with; empty when it has ended.</summary>
    public static string CommandLine(int id) => Read($"/proc/{id}/cmdline").Replace('\0', ' ').TrimEnd();

    private static string Thread(string folder) =>
        $"{Field($"{folder}/status", "Name")}, {Field($"{folder}/status", "State")}, {Read($"{folder}/wchan")}";

    private static IEnumerable<int> Ids(string folder) =>
        Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Select(f => int.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)
            : [];

    private static string Field(string file, string name) =>
        Read(file).Split('\n').FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.Ordinal))?[(name.Length + 1)..].Trim() ?? "gone";

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return "";
        }
    }
}
