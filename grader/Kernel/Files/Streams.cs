using ExerciseKit.Contract;

namespace ExerciseKit.Kernel.Files;

/// <summary>The open files of a run: whoever has a file open keeps that file, whatever becomes of its name.</summary>
internal static class Streams
{
    private const string RemovedPrefix = "removed:";

    /// <summary>The open files of an agent.</summary>
    public static IEnumerable<(string Name, StreamState Stream)> Of(KernelState state, string agent) =>
        All(state).Where(s => Names.Creator(s.Name) == agent);

    /// <summary>Whether somebody has the file open alone.</summary>
    public static bool IsTaken(KernelState state, string file) => On(state, file).Any(s => s.Stream.IsExclusive);

    /// <summary>Whether somebody has the file open.</summary>
    public static bool IsOpen(KernelState state, string file) => On(state, file).Any();

    /// <summary>A file is about to lose its name: those who have it open keep it.</summary>
    public static void Keep(Transition transition, string file)
    {
        var open = On(transition.State, file).ToList();
        if (open.Count == 0 || transition.State.Find<FileState>(file) is not { } content)
            return;
        var removed = RemovedPrefix + open[0].Name;
        transition.Set(removed, content);
        Follow(transition, open, removed);
    }

    /// <summary>A file is about to have another name: those who have it open follow it.</summary>
    public static void Follow(Transition transition, string file, string newFile) => Follow(transition, [.. On(transition.State, file)], newFile);

    /// <summary>Closes an open file; one without a name ends with the last who has it open.</summary>
    public static void Close(Transition transition, string name, StreamState stream)
    {
        transition.Remove(name);
        if (stream.File.StartsWith(RemovedPrefix, StringComparison.Ordinal) && !IsOpen(transition.State, stream.File))
            transition.Remove(stream.File);
    }

    /// <summary>A process is over: its files are closed.</summary>
    public static void CloseAll(Transition transition, string agent)
    {
        foreach (var (name, stream) in Of(transition.State, agent).ToList())
            Close(transition, name, stream);
    }

    private static void Follow(Transition transition, IEnumerable<(string Name, StreamState Stream)> open, string newFile)
    {
        foreach (var (name, stream) in open)
            transition.Set(name, stream with { File = newFile });
    }

    private static IEnumerable<(string Name, StreamState Stream)> On(KernelState state, string file) => All(state).Where(s => s.Stream.File == file);

    private static IEnumerable<(string Name, StreamState Stream)> All(KernelState state) => state.Objects.Of<StreamState>();
}
