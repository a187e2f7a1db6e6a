using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>Where unknown behaviour is learnt: one real process, alone, that is told the results of its operations.</summary>
public interface IBehaviourSource
{
    /// <summary>Runs one process with these results, and on through what can have but one result.</summary>
    /// <param name="target">What it runs.</param>
    /// <param name="arguments">What it is given, names relative to it.</param>
    /// <param name="history">The results of its operations so far, names relative to it.</param>
    LearntRun Run(Target target, Payload arguments, IReadOnlyList<Outcome> history);

    /// <summary>Runs one process with these results, and then with the last of them again and again.</summary>
    /// <returns>How many operations after the history it asked for that were those of the round again; at most <see cref="Repetition.Operations"/>.</returns>
    int Repeat(Target target, Payload arguments, IReadOnlyList<Outcome> history, Repetition round);
}

/// <summary>What a run of one process has shown.</summary>
/// <param name="Operations">
/// Every operation that it asked for, from its first, one more than its history at least; the end of a process
/// that died on the way is its last. Fewer only when the process does not follow its own history.
/// </param>
/// <param name="Rounds">Where it was found to be in a state that it was in before, in order.</param>
/// <param name="Landmarks">The states that it was in, as far as they can be told, in order.</param>
public sealed record LearntRun(IReadOnlyList<AskedOperation> Operations, IReadOnlyList<Round> Rounds, IReadOnlyList<Landmark> Landmarks);
