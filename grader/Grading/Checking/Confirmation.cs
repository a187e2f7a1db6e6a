using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Running;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Checking;

/// <summary>Holds what a search found in memory against a run of all its processes.</summary>
internal sealed class Confirmation(StudentProgram program, HostPool pool)
{
    /// <summary>Runs a schedule for real.</summary>
    /// <returns>What differed from the trace that the search predicts, in words; null when nothing did.</returns>
    /// <exception cref="CondemnedProcessException">A process broke the protocol or went beyond a limit, which the search can't foresee.</exception>
    /// <exception cref="NondeterminismException">It differed, and would differ again: the program does not do the same twice.</exception>
    public async Task<string?> DifferenceAsync(Scenario scenario, KernelSettings settings, Trace predicted, CancellationToken cancellation)
    {
        var (_, difference) = await RunAsync().ConfigureAwait(false);
        if (difference is null)
            return null;

        // What an earlier run has left in its host says nothing about the program: new ones decide.
        var (anew, still) = await RunInNewHostsAsync().ConfigureAwait(false);
        if (still is null)
            return null;

        // Whose fault is it? A program that does the same twice is no reason for another schedule than predicted.
        var (again, _) = await RunInNewHostsAsync().ConfigureAwait(false);
        return FirstDifference(anew, again) is var (first, second) ? throw new NondeterminismException(first, second) : still;

        async Task<(Trace Real, string? Difference)> RunInNewHostsAsync()
        {
            var reused = pool.ReusesHosts;
            pool.ReusesHosts = false;
            try
            {
                return await RunAsync().ConfigureAwait(false);
            }
            finally
            {
                pool.ReusesHosts = reused;
            }
        }

        async Task<(Trace Real, string? Difference)> RunAsync()
        {
            RecordedSchedule schedule = null!;
            var (run, trace) = await StepwiseRun.RunAsync(() => new StepwiseRun(program, scenario, settings, schedule = new RecordedSchedule(predicted.Choices), pool), cancellation).ConfigureAwait(false);
            if (run.Condemned is { } condemned)
                throw condemned;
            return (trace, schedule.DivergedAt is { } step ? $"step {step} of the schedule ({predicted.Choices[step - 1]}) was not possible" : Compare(predicted, trace, run.IsCutOff));
        }
    }

    private static string? Compare(Trace predicted, Trace real, bool isCutOff)
    {
        for (var i = 0; i < predicted.Steps.Count; i++)
        {
            if (i >= real.Steps.Count && ((IsEndless(predicted) && IsEndless(real)) || (IsCrash(predicted) && IsCrash(real))))
                return null;
            // A search may follow a schedule further than a run keeps in mind: as far as that went, they agree.
            if (i >= real.Steps.Count && isCutOff)
                return null;
            if (i >= real.Steps.Count)
                return $"the real run ended after {real.Steps.Count} of {predicted.Steps.Count} steps";
            if (!predicted.Steps[i].Events.SequenceEqual(real.Steps[i].Events))
                return $"step {i + 1} should have been {Describe(predicted.Steps[i])} and was {Describe(real.Steps[i])}";
        }

        // A broken property ends the search's trace wherever the program is by then. What may be wrong besides was not looked at.
        if (predicted is { Fault: null, Steps: [.., { After.Root.IsAlive: true }] })
            return null;

        // That a round is endless is what the search has shown; the real run ends where the round begins.
        return predicted.Fault?.Verdict == real.Fault?.Verdict || predicted.Fault?.Verdict == Verdict.Livelock
            ? null
            : $"the schedule should have ended in {predicted.Fault?.Verdict.ToString() ?? "nothing wrong"} and ended in {real.Fault?.Verdict.ToString() ?? "nothing wrong"}";
    }

    private static (AskedOperation? First, AskedOperation? Second)? FirstDifference(Trace first, Trace second)
    {
        for (var i = 0; i < Math.Max(first.Steps.Count, second.Steps.Count); i++)
        {
            var (one, other) = (first.Steps.ElementAtOrDefault(i), second.Steps.ElementAtOrDefault(i));
            if (one is null || other is null || !one.Events.SequenceEqual(other.Events))
                return (AskedIn(one), AskedIn(other));
        }

        return null;
    }

    private static AskedOperation? AskedIn(TraceStep? step) =>
        step?.Events.OfType<OperationCompleted>().FirstOrDefault() is { } completed ? new AskedOperation(completed.Operation, completed.Site) : null;

    // A stepwise run tells a loop without end sooner or later than the search does: each has its own cap.
    private static bool IsEndless(Trace trace) => trace.Fault?.Verdict is Verdict.Livelock or Verdict.Limit;

    // A process that the system ends, its stack having overflowed, is gone as soon as its code runs; the search has it ask for its end in turn.
    private static bool IsCrash(Trace trace) => trace.Fault?.Verdict == Verdict.Crash;

    private static string Describe(TraceStep step) =>
        step.Events.OfType<OperationCompleted>().FirstOrDefault() is { } completed
            ? $"{ProcessLabel.Of(step.After, completed.Agent)}: {completed.Operation.Describe().En} -> {completed.Outcome.Describe().En} at {completed.Site}"
            : string.Join(", ", step.Events.Select(e => e.GetType().Name));
}
