namespace ExerciseKit.Tests.Model;

/// <summary>Processes are named by descent: the root is <c>0</c>, its second child <c>0.1</c>, that one's first <c>0.1.0</c>.</summary>
internal static class Descent
{
    public static string ParentOf(string process) => process[..Math.Max(0, process.LastIndexOf('.'))];

    public static bool IsChildOf(string process, string parent) => ParentOf(process) == parent;
}
