using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>An event of a trace that a reader is told of.</summary>
/// <param name="Number">The number of its line, from 1.</param>
/// <param name="Index">The index of its step in the trace.</param>
/// <param name="Happened">The event.</param>
public sealed record ToldEvent(int Number, int Index, KernelEvent Happened);

/// <summary>Tells which events of a trace a reader is told of: what processes did, and how they ended.</summary>
public static class ToldEvents
{
    /// <summary>Those of the steps up to and including the one at index <paramref name="last"/>.</summary>
    public static IReadOnlyList<ToldEvent> Of(Trace trace, int last)
    {
        var told = new List<ToldEvent>();
        for (var i = 0; i < trace.Steps.Count && i <= last; i++)
        {
            foreach (var happened in trace.Steps[i].Events)
            {
                if (IsTold(happened))
                    told.Add(new ToldEvent(told.Count + 1, i, happened));
            }
        }

        return told;
    }

    /// <summary>The number of the first line that tells of a step of the trace; null where none does.</summary>
    public static int? NumberOf(Trace trace, int index)
    {
        if (index >= trace.Steps.Count || !trace.Steps[index].Events.Any(IsTold))
            return null;
        return 1 + trace.Steps.Take(index).Sum(s => s.Events.Count(IsTold));
    }

    private static bool IsTold(KernelEvent happened) => happened is OperationCompleted or ProcessLeaving or ProcessDied or ProcessStarted { InPlaceOf: not null };
}
