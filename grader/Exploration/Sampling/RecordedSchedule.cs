using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>Picks what a recording says.</summary>
public sealed class RecordedSchedule(IReadOnlyList<Choice> recording) : ISchedule
{
    private int next;

    /// <summary>The step at which the recording could not be followed, from 1; null while it can.</summary>
    public int? DivergedAt { get; private set; }

    /// <summary>Whether the whole recording has been followed.</summary>
    public bool IsDone => next == recording.Count;

    public bool ParksBusyWaits => false;

    public Choice? Pick(KernelState state, IReadOnlyList<Choice> choices)
    {
        if (IsDone || DivergedAt is not null)
            return null;
        if (!choices.Contains(recording[next]) && !KernelRules.ChoicesPast(state).Contains(recording[next]))
        {
            DivergedAt = next + 1;
            return null;
        }

        return recording[next++];
    }
}
