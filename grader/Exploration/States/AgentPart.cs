using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.States;

/// <summary>What stands in an agent's place: how the kernel sees it, and its local history while it lives.</summary>
internal sealed record AgentPart(AgentState Agent, BehaviourNode? History);
