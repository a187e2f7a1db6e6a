using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Hosting;
using ExerciseKit.Grading.Running;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Checking;

/// <summary>Holds what a search found in memory against a run of all its processes.</summary>
internal sealed class Confirmation(StudentProgram program, HostPool pool)
{
    /// <summary>Runs a schedule for real.</summary>
    /// <returns>What differed from the trace that the search predicts, in words; null when nothing did.</returns>
    public async Task<string?> DifferenceAsync(Scenario scenario, KernelSettings settings, Trace predicted, CancellationToken cancellation)
    {
        var schedule = new RecordedSchedule(predicted.Choices);
        var real = await new StepwiseRun(program, scenario, settings, schedule, pool).RunAsync(cancellation).ConfigureAwait(false);
        if (schedule.DivergedAt is { } step)
            return $"step {step} of the schedule ({predicted.Choices[step - 1]}) was not possible";
        for (var i = 0; i < predicted.Steps.Count; i++)
        {
            if (i >= real.Steps.Count && IsEndless(predicted) && IsEndless(real))
                return null;
            if (i >= real.Steps.Count)
                return $"the real run ended after {real.Steps.Count} of {predicted.Steps.Count} steps";
            if (!predicted.Steps[i].Events.SequenceEqual(real.Steps[i].Events))
                return $"step {i + 1} should have been {Describe(predicted.Steps[i])} and was {Describe(real.Steps[i])}";
        }

        // That a round is endless is what the search has shown; the real run ends where the round begins.
        return predicted.Fault?.Verdict == real.Fault?.Verdict || predicted.Fault?.Verdict == Verdict.Livelock
            ? null
            : $"the schedule should have ended in {predicted.Fault?.Verdict.ToString() ?? "nothing wrong"} and ended in {real.Fault?.Verdict.ToString() ?? "nothing wrong"}";
    }

    // A stepwise run tells a loop without end sooner or later than the search does: each has its own cap.
    private static bool IsEndless(Trace trace) => trace.Fault?.Verdict is Verdict.Livelock or Verdict.Limit;

    private static string Describe(TraceStep step) =>
        step.Events.OfType<OperationCompleted>().FirstOrDefault() is { } completed
            ? $"{ProcessLabel.Of(step.After, completed.Agent)}: {completed.Operation.Describe()} -> {completed.Outcome.Describe()} at {completed.Site}"
            : string.Join(", ", step.Events.Select(e => e.GetType().Name));
}
