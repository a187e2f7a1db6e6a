namespace ExerciseKit.Exploration.Behaviour;

/// <summary>One of several processes of a method: what it was given, and who it is told that it is.</summary>
/// <param name="Tree">What is known of processes that were given the same.</param>
/// <param name="Id">Its process id; 0 where no process asks for its own.</param>
/// <param name="ProcessName">The name that it sees; empty where no process asks for its own.</param>
internal sealed record Kin(BehaviourTree Tree, int Id, string ProcessName);
