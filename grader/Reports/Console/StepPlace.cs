using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>Where a step stands, as timelines show it.</summary>
public static class StepPlace
{
    /// <summary>The place; of a helper that serves two purposes also who calls it, and of one in another file only that: what it does is told beside. Empty where none is known.</summary>
    /// <param name="step">The step.</param>
    /// <param name="timeline">All steps that are shown beside it.</param>
    public static string Of(TimelineStep step, EquatableArray<TimelineStep> timeline)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Site is not { IsKnown: true } site)
            return "";
        if (site.Caller is not { } caller || caller.File != site.File)
            return OwnOf(site).ToString();
        var servesTwo = timeline.Any(other => other.Site is { Caller: { } another } && other.Site == site && another != caller);
        return servesTwo ? $"{site}, from {caller.Line}" : site.ToString();
    }

    /// <summary>The place, or where a helper in another file was called from.</summary>
    public static CallSite OwnOf(CallSite site) => site.Caller is { } caller && caller.File != site.File ? new CallSite(caller.File, caller.Line) : site;
}
