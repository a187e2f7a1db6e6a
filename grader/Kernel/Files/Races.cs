using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Files;

/// <summary>A race: two agents about to access one file, one of them by a plain write, which has two steps, or through a stream, which has as many as it takes.</summary>
internal static class Races
{
    /// <summary>The race on the file of that name that the state shows, in words; null when it shows none.</summary>
    public static string? On(KernelState state, string file)
    {
        var accessing = state.Agents.Values.ToArray().Where(a => Touches(a, file)).ToList();
        var writer = accessing.Find(a => a.Pending is TruncateFile or FillFile or WriteFileAt or SetFileLength or OpenFile { Mode: OpenMode.Create or OpenMode.Truncate });
        if (writer is null || accessing.Find(a => a != writer) is not { } other)
            return null;
        return $"{writer.ProcessName} ({writer.Pending!.Describe()}, {writer.Site}) and {other.ProcessName} ({other.Pending!.Describe()}, {other.Site}) at once";
    }

    /// <summary>Whether the agent is about to access the file.</summary>
    public static bool Touches(AgentState agent, string file) => agent.Pending is FileOperation operation and not (QueryFileExists or CloseFile)
        && (FileRules.NameOf(operation.Path) == file || (operation is MoveFile move && FileRules.NameOf(move.NewPath) == file));
}
