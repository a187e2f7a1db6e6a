using System.Globalization;
using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Observers;

/// <summary>A process in words, where nothing but its name is known: by whose how-manieth child it is.</summary>
public static class ProcessPlace
{
    /// <summary>"the parent", "child 2", or "child 1 of child 2".</summary>
    public static LocalizedText Of(string agent)
    {
        if (Names.Creator(agent) is not { } creator)
            return ("the parent", "父进程");
        if (Names.IsReplacement(agent))
            return Replacement(agent[(agent.LastIndexOf('+') + 1)..]);
        var number = int.Parse(agent[(creator.Length + 1)..], CultureInfo.InvariantCulture) + 1;
        return creator == Names.Root ? ($"child {number}", $"子进程 {number}") : ($"child {number} of {Of(creator).En}", $"{Of(creator).Zh}的子进程 {number}");
    }

    private static LocalizedText Replacement(string number) => ($"pool worker {number} in place of one that ended", $"进程池里顶替已结束者的工作进程 {number}");
}
