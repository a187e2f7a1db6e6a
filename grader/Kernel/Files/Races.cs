using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Files;

/// <summary>A race: two agents about to access one file, one of them by a plain write, which has two steps, or through a stream, which has as many as it takes.</summary>
internal static class Races
{
    /// <summary>The race on the file of that name that the state shows, in words; null when it shows none.</summary>
    public static LocalizedText? On(KernelState state, string file)
    {
        var accessing = state.Agents.Values.ToArray().Where(a => Touches(a, file)).ToList();
        var writer = accessing.Find(a => a.Pending is TruncateFile or FillFile or WriteFileAt or SetFileLength or OpenFile { Mode: OpenMode.Create or OpenMode.Truncate });
        if (writer is null || accessing.Find(a => a != writer) is not { } other)
            return null;
        var (writing, accesses) = (writer.Pending!.Describe(), other.Pending!.Describe());
        return (
            $"{writer.ProcessName} ({writing.En}, {writer.Site}) and {other.ProcessName} ({accesses.En}, {other.Site}) at once",
            $"{writer.ProcessName}（{writing.Zh}，{writer.Site}）和 {other.ProcessName}（{accesses.Zh}，{other.Site}）同时访问该文件");
    }

    /// <summary>Whether the agent is about to access the file.</summary>
    public static bool Touches(AgentState agent, string file) => agent.Pending is FileOperation operation and not (QueryFileExists or CloseFile)
        && (FileRules.NameOf(operation.Path) == file || (operation is MoveFile move && FileRules.NameOf(move.NewPath) == file));
}
