using ExerciseKit.Contract;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>How results call a process: by its name, and the method that it runs.</summary>
public static class ProcessLabel
{
    /// <summary>Names are the student's, and may be of any length; a label stands in many lines of a result.</summary>
    private const int MaxNameLength = 60;

    public static string Of(AgentState agent) =>
        agent.Name == Names.Root ? "main" : $"{Cut(agent.ProcessName)} {ShortName(agent)}";

    public static string Of(KernelState state, string agent) => state.Agents[agent] is { } found ? Of(found) : agent;

    private static string ShortName(AgentState agent) =>
        agent.Target.IsInstance ? $"({Cut(agent.Target.ClassName)})" : $"({Cut(agent.Target.Method)})";

    private static string Cut(string name) => name.Length <= MaxNameLength ? name : name[..MaxNameLength] + "…";
}
