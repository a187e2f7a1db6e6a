using System.Diagnostics;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Grading.Checking;

/// <summary>Tells people how far a long search is, and how long it may take yet. Nothing else depends on the time.</summary>
/// <param name="step">Told what is being done now.</param>
internal sealed class SearchTelling(Action<LocalizedText> step)
{
    /// <summary>A search that is done sooner is not worth a word.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private LocalizedText doing = LocalizedText.Empty;
    private long began = Stopwatch.GetTimestamp();
    private long told = Stopwatch.GetTimestamp();
    private int states;

    /// <summary>Another check is explored.</summary>
    /// <param name="what">In words.</param>
    public void Begin(LocalizedText what)
    {
        (doing, states) = (what, 0);
        began = told = Stopwatch.GetTimestamp();
        step(what);
    }

    public void Tell(SearchProgress progress)
    {
        // Fewer than before: another search has begun.
        if (progress.States < states)
            began = Stopwatch.GetTimestamp();
        states = progress.States;
        if (Stopwatch.GetElapsedTime(told) < Every)
            return;
        told = Stopwatch.GetTimestamp();
        var atMost = Stopwatch.GetElapsedTime(began) * ((double)(progress.MaxStates - progress.States) / Math.Max(progress.States, 1));
        step((
            $"{doing.En}: {progress.States:N0} states, {progress.Open:N0} still to go on from; at most {InWords(atMost).En} more",
            $"{doing.Zh}：{progress.States:N0} 个状态，其中 {progress.Open:N0} 个还没有展开；最多还要 {InWords(atMost).Zh}"));
    }

    private static LocalizedText InWords(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? ($"{Math.Ceiling(time.TotalSeconds):N0} s", $"{Math.Ceiling(time.TotalSeconds):N0} 秒")
        : ($"{Math.Ceiling(time.TotalMinutes):N0} min", $"{Math.Ceiling(time.TotalMinutes):N0} 分钟");
}
