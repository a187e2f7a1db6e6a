using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Explaining;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Checking;

/// <summary>Turns a trace into what a student reads.</summary>
internal static partial class TimelineBuilder
{
    /// <summary>The most steps that are shown: the last ones, for a fault shows at the end.</summary>
    private const int MaxSteps = 120;

    private const int MaxTextLength = 200;

    /// <summary>The steps up to and including the one at index <paramref name="last"/>.</summary>
    public static EquatableArray<TimelineStep> Build(Trace trace, int last)
    {
        var told = Told(trace, last);
        return Lines(trace, told, StepDetails.Of(trace, told));
    }

    /// <summary>The steps from the one at index <paramref name="from"/> on, without what they had waited for.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="all">All of its lines.</param>
    /// <param name="from">The first step's index.</param>
    public static EquatableArray<TimelineStep> BuildFrom(Trace trace, IReadOnlyList<ToldEvent> all, int from)
    {
        List<ToldEvent> told = [.. all.Where(t => t.Index >= from).TakeLast(MaxSteps)];
        return Lines(trace, told, StepDetails.Brief(trace, told));
    }

    private static EquatableArray<TimelineStep> Lines(Trace trace, IReadOnlyList<ToldEvent> told, IReadOnlyList<StepDetails> details) =>
        told.Zip(details, (t, of) => Line(trace.Steps[t.Index].After, t.Happened, t.Number) with
        {
            Process = of.Process,
            Object = of.Object,
            Wait = of.Wait,
            Edges = of.Edges,
            Changes = of.Changes,
        }).ToEquatableArray();

    /// <summary>Who and what takes part in these steps.</summary>
    public static Cast Cast(Trace trace, int last) => Casting.Of(trace, Told(trace, last));

    private static List<ToldEvent> Told(Trace trace, int last) => [.. ToldEvents.Of(trace, last).TakeLast(MaxSteps)];

    private static TimelineStep Line(KernelState state, KernelEvent happened, int number) => happened switch
    {
        OperationCompleted { Operation: StartProcess start } completed when completed.Outcome is ProcessIdentity =>
            Of(state, happened, number, Starts(ProcessLabel.Of(state, start.Process)), LocalizedText.Empty),
        // How often the lock was held is between the kernel and the wait.
        OperationCompleted { Operation: BeginWait begin, Outcome: Number } => Of(state, happened, number, begin.Describe(), LocalizedText.Empty),
        OperationCompleted completed =>
            Of(state, happened, number, Target(state, completed.Operation), completed.TimedOut && completed.Operation.Timeout > TimeSpan.Zero ? ("timed out", "超时") : completed.Outcome.Describe()),
        ProcessLeaving leaving => Of(state, happened, number, leaving.End.Describe(), leaving.End.Crash?.Words ?? LocalizedText.Empty),
        ProcessStarted { InPlaceOf: { } ended } started => Of(state, happened with { Site = CallSite.Unknown }, number, Replaces(ProcessLabel.Of(state, started.Child), ProcessLabel.Of(state, ended)), LocalizedText.Empty),
        ProcessDied died => Of(state, happened, number, died.Death == Death.Killed ? ("is killed", "被强行终止") : ("is terminated", "被终止"), LocalizedText.Empty),
        _ => throw new InvalidOperationException($"A timeline tells of {happened.GetType().Name} and has no words for it; add them here."),
    };

    private static TimelineStep Of(KernelState state, KernelEvent happened, int number, LocalizedText operation, LocalizedText result) => new(
        number,
        ProcessLabel.Of(state, happened.Agent),
        operation.Select(Cut),
        result.Select(Cut),
        happened.Site.IsKnown ? happened.Site : null,
        happened.At.TotalMilliseconds);

    private static LocalizedText Target(KernelState state, Operation operation) => operation is ProcessOperation of
        ? On(operation.Describe(), ProcessLabel.Of(state, of.Process))
        : operation.Describe();

    private static LocalizedText On(LocalizedText operation, string process) => ($"{operation.En} of {process}", $"{operation.Zh}，对象是 {process}");

    private static LocalizedText Starts(string process) => ($"starts {process}", $"启动 {process}");

    private static LocalizedText Replaces(string process, string ended) => ($"has {process} in place of {ended}", $"用 {process} 顶替 {ended}");

    // An exception is known by its name; namespace and assembly would fill the columns.
    private static string Cut(string text) => Shortened(FullName().Replace(text, "$1"));

    private static string Shortened(string text) => text.Length <= MaxTextLength ? text : text[..MaxTextLength] + "…";

    [GeneratedRegex(@"\b(?:[A-Za-z_]\w*\.)+([A-Za-z_]\w*Exception)\b(?:, [A-Za-z_][\w.]*)?")]
    private static partial Regex FullName();
}
