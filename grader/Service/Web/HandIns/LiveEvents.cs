using System.Runtime.CompilerServices;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Web.Markup;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>What a page that follows a grading is told, in the reader's words.</summary>
/// <param name="Words">How far it is.</param>
/// <param name="Checks">The checks that are finished.</param>
/// <param name="IsDone">Whether nothing more is to come.</param>
internal sealed record LiveState(string Words, IReadOnlyList<LiveCheck> Checks, bool IsDone)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Browsers come again by themselves; a session that was ended is noticed then.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static LiveState Of(GradingView? view, Sight sight, Page page) => view is null ? new LiveState("", [], IsDone: true) : new LiveState(
        WordsOf(view, page),
        [.. view.Checks.Select(c => sight.LineOf(c.Exercise, c.Check)).Select(c => new LiveCheck(
            c.Exercise,
            page.Say(c.Title),
            page.Say(c.Verdict),
            c.Status switch { CheckStatus.Passed => "good", CheckStatus.Failed or CheckStatus.Error => "bad", _ => "" },
            $"{c.Points}/{c.MaxPoints}"))],
        view.IsDone);

    /// <summary>Each state that differs from the one before, until nothing more is to come.</summary>
    public static async IAsyncEnumerable<LiveState> FollowAsync(ServiceDatabase database, Guid handIn, Sight sight, Page page, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var began = clock.GetTimestamp();
        var told = "";
        do
        {
            LiveState state;
            var context = database.CreateContext();
            await using (context.ConfigureAwait(false))
                state = Of(await GradingView.ReadAsync(context, handIn, cancellation).ConfigureAwait(false), sight, page);
            var text = System.Text.Json.JsonSerializer.Serialize(state);
            if (text != told)
                yield return state;
            told = text;
            if (state.IsDone)
                yield break;
        }
        while (clock.GetElapsedTime(began) < Longest && await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>How far a grading is.</summary>
    public static string WordsOf(GradingView view, Page page) => page.Say(view.State switch
    {
        GradingState.Waiting when !view.HasWorker => ("It waits: no worker is there just now. It is kept, and graded as soon as one is.", "正在等待：目前没有评分机器。提交已保存，有机器时就会评。"),
        GradingState.Waiting => (
            $"It waits: {(view.Ahead == 0 ? "it is the next" : $"{view.Ahead} before it")}{(view.Estimate is { } time ? $", about {page.Span(time)}" : "")}.",
            $"正在等待：{(view.Ahead == 0 ? "下一个就是它" : $"前面还有 {view.Ahead} 份")}{(view.Estimate is { } wait ? $"，大约 {page.Span(wait)}" : "")}。"),
        GradingState.Grading => (
            $"It is being graded: {Counted.Of(view.Checks.Count, "check")} so far.",
            $"正在评分：已完成 {view.Checks.Count} 个检查项。"),
        GradingState.Cancelled => ("A newer hand-in of yours took its place while it waited, so it was not graded. No attempt was charged.", "等待期间你又交了更新的一份，所以这份没有评。不计入提交次数。"),
        GradingState.GraderFailed => ("The grader failed on it. That is not your fault: no attempt was charged, and your teacher was told.", "评分程序出错了。这不是你的错：不计入提交次数，老师已收到通知。"),
        _ => Graded(view.Checks.Sum(c => c.Check.Points), view.Checks.Sum(c => c.Check.MaxPoints)),
    });

    private static LocalizedText Graded(int points, int maxPoints) => ($"It is graded: {points} of {Counted.Of(maxPoints, "point")}.", $"已经评完：得 {points} 分，满分 {maxPoints} 分。");
}

/// <summary>A check that is finished.</summary>
/// <param name="Exercise">Its exercise.</param>
/// <param name="Title">Its title.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Kind">Whether that is good or bad; empty where it is not shown.</param>
/// <param name="Points">Its points, of how many.</param>
internal sealed record LiveCheck(string Exercise, string Title, string Verdict, string Kind, string Points);
