using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Grading.Checking;

/// <summary>What a student is told of a fault, with what only the whole trace knows.</summary>
internal static class FaultWords
{
    /// <summary>The check's hint, where it can be on what was found: a crash, an endless loop or a limit is another matter than what the check asks for.</summary>
    public static LocalizedText? HintOf(Check check, Verdict verdict) => verdict is Verdict.Violation or Verdict.Deadlock or Verdict.Livelock ? check.Hint : null;

    public static LocalizedText Of(Fault fault, Trace trace)
    {
        if (fault.Verdict != Verdict.Leak)
            return fault.Message;
        var starts = Starts(trace);
        return ($"{fault.Message.En} {starts.En}.", $"{fault.Message.Zh}{starts.Zh}。");
    }

    /// <summary>Where each process that was left behind was started.</summary>
    private static LocalizedText Starts(Trace trace)
    {
        var end = trace.Steps[^1].After;
        var left = KernelRules.LeftBehind(end).Select(a => a.Name).ToHashSet();
        var starts = trace.Steps.SelectMany(s => s.Events).OfType<ProcessStarted>().Where(s => left.Contains(s.Child));
        return LocalizedText.Join(("; ", "；"), starts.Select(s => Start(ProcessLabel.Of(end, s.Child), s.Site)));
    }

    private static LocalizedText Start(string who, CallSite site) => ($"{who} was started at {site}", $"{who} 是在 {site} 启动的");
}
