using ExerciseKit.Contract;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>How results call a process: by its name, and the method that it runs.</summary>
public static class ProcessLabel
{
    public static string Of(AgentState agent) =>
        agent.Name == Names.Root ? "main" : $"{agent.ProcessName} {ShortName(agent)}";

    public static string Of(KernelState state, string agent) => state.Agents[agent] is { } found ? Of(found) : agent;

    private static string ShortName(AgentState agent) =>
        agent.Target.IsInstance ? $"({agent.Target.Type[(agent.Target.Type.LastIndexOfAny(['.', '+']) + 1)..]})" : $"({agent.Target.Method})";
}
