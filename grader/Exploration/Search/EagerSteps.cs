using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Search;

/// <summary>Finds steps that commute with all others and that nobody looks at: they are taken at once, for no order of theirs matters.</summary>
/// <remarks>
/// The condition was found sound against brute force, and each part of it is needed: no observer reads the step's events; the
/// agent cannot be terminated; and an end is taken at once only where nobody can ask whether the process lives.
/// </remarks>
internal sealed class EagerSteps(ProgramFacts facts, IReadOnlyList<Property> properties)
{
    private readonly EventPattern[] read = [.. properties.SelectMany(p => p.Observer.Patterns).Distinct()];

    /// <summary>The next such step; null when there is none.</summary>
    public Choice? Find(KernelState state, NamedMap<BehaviourNode> histories)
    {
        foreach (var agent in state.Agents.Values)
        {
            if (agent.Pending is { } operation && Commutes(state, agent, operation, histories) && IsUnseen(state, agent))
                return new Choice(agent.Name, ChoiceKind.Complete);
        }

        return null;
    }

    private bool Commutes(KernelState state, AgentState agent, Operation operation, NamedMap<BehaviourNode> histories)
    {
        if (agent.IsDaemon || agent.PendingDeath is not null || (facts.Terminates && agent.Parent is not null))
            return false;
        return operation switch
        {
            JoinProcess { Patience: null } => JoinRuns.IsReady(state, agent, histories[agent.Name]!),

            // Strict time too: a join that does not wait at all asks whether the process lives.
            EndProcess when facts.AsksWhoLives || facts.JoinsWithPatience => false,
            _ => KernelRules.CommutesWithAll(state, agent),
        };
    }

    private bool IsUnseen(KernelState state, AgentState agent)
    {
        if (read.Length == 0)
            return true;
        foreach (var happened in KernelRules.Step(state, new Choice(agent.Name, ChoiceKind.Complete)).Events)
        {
            foreach (var pattern in read)
            {
                if (pattern.Matches(happened))
                    return false;
            }
        }

        return true;
    }
}
