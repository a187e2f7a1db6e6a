using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>Whether the counter was there before those that change it.</summary>
/// <param name="Seen">The counter.</param>
/// <param name="Early">The children that were started before it was set, in order.</param>
/// <param name="Late">The first of them that changed it, in words; null while there is none.</param>
internal sealed record FirstSetting(Countdown Seen, EquatableArray<string> Early, LocalizedText? Late)
{
    /// <summary>Watches a run with so many workers.</summary>
    public static Observer<FirstSetting> Of(int workers) => new(
        new FirstSetting(Countdown.Of(workers), [], null),
        (setting, happened) => setting.After(happened),
        [new StartPattern(), .. Countdown.Sharing],
        setting => setting.Late ?? ("it was", "确实如此"))
    { SeesTime = false };

    private FirstSetting After(KernelEvent happened)
    {
        if (happened is ProcessStarted started)
            return Seen.Counters.Count > 0 ? this : this with { Early = [.. Early.Append(started.Child).Order(StringComparer.Ordinal)] };
        // From then on it is there, whatever becomes of it: one value for all of that.
        if (Late is not null || (Seen.Counters.Count > 0 && Early.Count == 0))
            return this;
        var seen = Seen.After((OperationCompleted)happened, happened.Agent);
        return seen.IsTouched && Early.Contains(happened.Agent)
            ? new FirstSetting(Countdown.Of(Seen.Workers), [], StartedTooEarly(ProcessPlace.Of(happened.Agent)))
            : this with { Seen = seen };
    }

    private static LocalizedText StartedTooEarly(LocalizedText who) =>
        ($"{who.En} was started before the counter was set, and changed it", $"{who.Zh}在计数器设好之前就已启动，并且改了它");
}
