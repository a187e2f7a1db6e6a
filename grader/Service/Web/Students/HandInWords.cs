using ExerciseKit.Contract;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Web.Markup;

namespace ExerciseKit.Service.Web.Students;

/// <summary>What is said of hand-ins in several places.</summary>
internal static class HandInWords
{
    /// <summary>How far a hand-in is, and its points in an exercise, or in all.</summary>
    public static Html State(Page page, HandInFact fact, string? exercise) => fact.State switch
    {
        GradingState.Waiting => Html.Of($"<span class=\"badge\">{page.Say("waits", "等待中")}</span>"),
        GradingState.Grading => Html.Of($"<span class=\"badge\">{page.Say("is being graded", "评分中")}</span>"),
        GradingState.Cancelled => Html.Of($"<span class=\"quiet\">{page.Say("replaced by a newer one", "被更新的提交代替")}</span>"),
        GradingState.GraderFailed => Html.Of($"<span class=\"badge bad\">{page.Say("the grader failed", "评分程序出错")}</span>"),
        _ when fact.Record is { Problem: { } } => Html.Of($"<span class=\"badge bad\">{page.Say("could not be graded", "无法评分")}</span>"),
        _ when fact.Record is { } record => Html.Of($"<span>{page.Say(Points(record, exercise))}</span>"),
        _ => Html.None,
    };

    /// <summary>What handing in late costs.</summary>
    public static LocalizedText Cost(LateCost cost)
    {
        var days = cost.Days == 0 ? LocalizedText.Empty : new LocalizedText($"it uses {cost.Days} of your {cost.DaysBefore} late days", $"会用掉你 {cost.DaysBefore} 天迟交额度中的 {cost.Days} 天");
        var points = cost.Penalty == 0 ? LocalizedText.Empty : new LocalizedText($"it costs up to {Times.Number(cost.Penalty)} of {Times.Number(cost.Max)} points", $"最多扣掉 {Times.Number(cost.Max)} 分中的 {Times.Number(cost.Penalty)} 分");
        return LocalizedText.Join((" and ", "，并且"), new[] { days, points }.Where(t => !t.IsEmpty));
    }

    /// <summary>The question that a late hand-in asks first.</summary>
    public static LocalizedText Question(LateCost cost) => (
        $"This is late: {Cost(cost).En}. Hand in all the same?",
        $"已经过了截止时间：{Cost(cost).Zh}。仍然提交吗？");

    /// <summary>The box to tick where that is known before.</summary>
    public static Html Agreement(Page page, LateCost cost, string id) => Html.Of($"""
        <p class="hint"><label for="late-{id}"><input id="late-{id}" type="checkbox" name="late" value="{cost.Name}" required> {page.Say($"It is late, and I know that {Cost(cost).En}.", $"我知道已经过了截止时间，{Cost(cost).Zh}。")}</label></p>
        """);

    private static LocalizedText Points(Classes.Results.HandInRecord record, string? exercise)
    {
        var its = record.Exercises.Where(e => exercise is null || e.Id == exercise).ToList();
        return ($"{its.Sum(e => e.Score)} of {its.Sum(e => e.MaxScore)} points", $"{its.Sum(e => e.MaxScore)} 分中得 {its.Sum(e => e.Score)} 分");
    }
}
