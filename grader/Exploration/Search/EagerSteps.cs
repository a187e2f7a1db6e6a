using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Search;

/// <summary>Finds steps that commute with all others and that nobody looks at: they are taken at once, for no order of theirs matters.</summary>
/// <remarks>
/// The condition was found sound against brute force, and each part of it is needed: no observer reads the step's events; the
/// agent cannot be terminated; and an end is taken at once only where nobody can ask whether the process lives.
/// </remarks>
internal sealed class EagerSteps
{
    private readonly KnownSteps steps;
    private readonly ProgramFacts facts;
    private readonly EventPattern[] read;
    private readonly Situations<bool> commuting;
    private readonly Dictionary<int, bool> unseen = [];

    public EagerSteps(KnownSteps steps, ProgramFacts facts, IReadOnlyList<Property> properties)
    {
        (this.steps, this.facts) = (steps, facts);
        read = [.. properties.SelectMany(p => p.Observer.Patterns).Distinct()];
        commuting = new(steps.Store, (state, place) => Commutes(state, state.Agent(place)));
    }

    /// <summary>The place of the first agent with such a step; negative when there is none.</summary>
    public int Find(Shape shape, int[] parts)
    {
        for (var place = 0; place < shape.Agents.Length; place++)
        {
            if (commuting.Of(shape, parts, place) && IsUnseen(shape, parts, place))
                return place;
        }

        return -1;
    }

    private bool Commutes(WatchedState state, AgentPart part)
    {
        var agent = part.Agent;
        if (agent.Pending is not { } operation || agent.IsDaemon || agent.PendingDeath is not null || (facts.Terminates && agent.Parent is not null))
            return false;
        return operation switch
        {
            JoinProcess { Patience: null } => JoinRuns.IsReady(state.Kernel, agent, part.History!),

            // Strict time too: a join that does not wait at all asks whether the process lives.
            EndProcess when facts.AsksWhoLives || facts.JoinsWithPatience => false,
            _ => KernelRules.CommutesWithAll(state.Kernel, agent),
        };
    }

    private bool IsUnseen(Shape shape, int[] parts, int place)
    {
        if (read.Length == 0)
            return true;
        var effect = steps.EffectOf(shape, parts, place, ChoiceKind.Complete);
        if (!unseen.TryGetValue(effect.Id, out var isUnseen))
            unseen[effect.Id] = isUnseen = !effect.Events.Any(happened => Array.Exists(read, pattern => pattern.Matches(happened)));
        return isUnseen;
    }
}
