using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>Decides what happens next in a stepwise run.</summary>
public interface ISchedule
{
    /// <summary>Whether agents that go round without effect are parked, so that they do not hold up the others; a recording knows itself what happens.</summary>
    bool ParksBusyWaits => true;

    /// <summary>One of the choices; null to go no further.</summary>
    Choice? Pick(KernelState state, IReadOnlyList<Choice> choices);
}
