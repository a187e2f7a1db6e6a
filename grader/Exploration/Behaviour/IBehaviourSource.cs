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
    /// <returns>
    /// Every operation that it asked for, from its first, one more than <paramref name="history"/> at least; the end of a process
    /// that died on the way is its last. Fewer only when the process does not follow its own history.
    /// </returns>
    IReadOnlyList<AskedOperation> Run(Target target, Payload arguments, IReadOnlyList<Outcome> history);
}
