using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>Decides what happens next in a stepwise run.</summary>
public interface ISchedule
{
    /// <summary>One of the choices; null to go no further.</summary>
    Choice? Pick(KernelState state, IReadOnlyList<Choice> choices);
}
