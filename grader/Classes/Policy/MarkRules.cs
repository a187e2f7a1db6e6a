using System.Globalization;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;

namespace ExerciseKit.Classes.Policy;

/// <summary>Draws marks from points: a pure function of the policy, who handed in, what it got and when it came.</summary>
/// <param name="policy">The course's rules.</param>
public sealed class MarkRules(CoursePolicy policy)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The points that could be reached in an exercise.</summary>
    public decimal MaxOf(string exercise, int maxScore) => maxScore * WeightOf(exercise);

    /// <summary>The mark of a hand-in.</summary>
    /// <param name="names">The student, as each system and the roster knows them.</param>
    /// <param name="record">The hand-in that counts.</param>
    /// <param name="submitted">When it came; null where nobody knows.</param>
    public Mark Of(IReadOnlyList<Student> names, HandInRecord record, DateTimeOffset? submitted)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Of(names, exercise => new HandedInPoints(record.Exercises.FirstOrDefault(e => e.Id == exercise)?.Score ?? 0, submitted, record.IsMarkedLate));
    }

    /// <summary>The mark of a student whose exercises may have come in hand-ins of their own.</summary>
    /// <param name="names">The student, as each system and the roster knows them.</param>
    /// <param name="handedIn">What counts of an exercise; null where nothing was handed in.</param>
    public Mark Of(IReadOnlyList<Student> names, Func<string, HandedInPoints?> handedIn)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(handedIn);
        var changes = new List<MarkChange>();
        var left = policy.LateDays;
        var spent = new Dictionary<DateTimeOffset, int>();
        var parts = new List<ExercisePoints>();
        // In order of due times, so that late days go to what was due first.
        foreach (var exercise in policy.Exercises.OrderBy(e => DueOf(e, names)?.Due ?? DateTimeOffset.MaxValue).ThenBy(e => e.Id, StringComparer.Ordinal))
        {
            var its = handedIn(exercise.Id);
            var score = its?.Score ?? 0;
            var points = score * exercise.Weight;
            if (exercise.Weight != 1 && points != score)
                changes.Add(new("weight", exercise.Id, points - score, ($"{exercise.Id} counts {Number(exercise.Weight)} times: {Signed(points - score)}.", $"{exercise.Id} 按 {Number(exercise.Weight)} 倍计分：{Signed(points - score)}。")));
            if (its is not null && DueOf(exercise, names) is { } due)
                points += Lateness(exercise, due, its, points, ref left, spent, changes);
            if (policy.Overrides.LastOrDefault(o => o.Exercise == exercise.Id && names.Any(n => IsNamed(n, o.Student))) is { } given)
            {
                changes.Add(new("override", exercise.Id, given.Points - points, (
                    $"{exercise.Id}: {Number(given.Points)} given by hand, {Signed(given.Points - points)} ({given.Reason}).",
                    $"{exercise.Id}：老师给 {Number(given.Points)} 分，{Signed(given.Points - points)}（“{given.Reason}”）。")));
                points = given.Points;
            }

            parts.Add(new(exercise.Id, points));
        }

        return new Mark(parts.Sum(p => p.Points), changes.ToEquatableArray(), parts.OrderBy(p => p.Id, StringComparer.Ordinal).ToEquatableArray()) { LateDaysLeft = left };
    }

    /// <summary>When an exercise is due for a student, by whatever extension; null for whenever.</summary>
    public DateTimeOffset? DueOf(string exercise, IReadOnlyList<Student> names) =>
        policy.Exercises.FirstOrDefault(e => e.Id == exercise) is { } its ? DueOf(its, names)?.Due : null;

    /// <summary>Why a student may not see yet, or ever, what a check found; null where it may be seen.</summary>
    /// <param name="now">The time.</param>
    /// <param name="exercise">The exercise's id.</param>
    /// <param name="check">The check's id.</param>
    /// <param name="names">The student.</param>
    public LocalizedText? HiddenAt(DateTimeOffset now, string exercise, string check, IReadOnlyList<Student> names)
    {
        var seen = policy.VisibilityOf(exercise, check);
        if (seen == Visibility.Never)
            return ("What this check found is not shown.", "不显示这个检查项发现了什么。");
        return seen == Visibility.AfterDue && policy.Exercises.FirstOrDefault(e => e.Id == exercise) is { } its && DueOf(its, names) is { } due && now < due.Due + policy.Grace
            ? ($"What this check found is shown after {Time(due.Due + policy.Grace)}.", $"{Time(due.Due + policy.Grace)} 之后才显示这个检查项发现了什么。")
            : null;
    }

    private decimal Lateness(CourseExercise exercise, EffectiveDue due, HandedInPoints its, decimal points, ref int left, Dictionary<DateTimeOffset, int> spent, List<MarkChange> changes)
    {
        if (its.SubmittedAt is not { } at)
        {
            changes.Add(new("unknown-time", exercise.Id, 0, its.IsMarkedLate
                ? ($"{exercise.Id}: marked late, and nobody tells by how much, so nothing was taken off.", $"{exercise.Id}：标记为迟交，但不知道晚了多久，所以没有扣分。")
                : ($"{exercise.Id}: nobody tells when it came, so it counts as on time.", $"{exercise.Id}：不知道什么时候交的，按准时计算。")));
            return 0;
        }

        if (due.Extension is { } extension && at > (exercise.Due ?? DateTimeOffset.MaxValue))
        {
            changes.Add(new("extension", exercise.Id, 0, (
                $"{exercise.Id} was due at {Time(due.Due)} for this student{(extension.Reason is { } reason ? $" ({reason})" : "")}.",
                $"{exercise.Id} 对这位学生的截止时间是 {Time(due.Due)}{(extension.Reason is { } why ? $"（“{why}”）" : "")}。")));
        }

        if (at <= due.Due)
            return 0;
        if (at <= due.Due + policy.Grace)
        {
            changes.Add(new("grace", exercise.Id, 0, (
                $"{exercise.Id} came {Span(at - due.Due)} after {Time(due.Due)}, within the grace of {Span(policy.Grace)}.",
                $"{exercise.Id} 比 {Time(due.Due)} 晚 {ChineseSpan(at - due.Due)}，在 {ChineseSpan(policy.Grace)}的宽限之内。")));
            return 0;
        }

        var late = (int)Math.Ceiling((at - due.Due) / Day);
        // What is due at one time is late by the same days: they are taken from the pool once, and where one came later than another, the days between.
        var already = spent.GetValueOrDefault(due.Due);
        var more = Math.Min(left, Math.Max(0, late - already));
        left -= more;
        spent[due.Due] = already + more;
        var free = Math.Min(late, already + more);
        if (free > 0)
            changes.Add(new("late-days", exercise.Id, 0, ($"{exercise.Id}: {Days(free)} of the {policy.LateDays} late days used ({left} left).", $"{exercise.Id}：用了 {policy.LateDays} 天迟交额度中的 {free} 天（还剩 {left} 天）。")));
        if (late == free)
            return 0;
        var percent = Math.Min((late - free) * policy.PenaltyPerDay, policy.PenaltyMost);
        var by = -decimal.Round(points * percent / 100, 2, MidpointRounding.ToEven);
        changes.Add(new("penalty", exercise.Id, by, (
            $"{exercise.Id} came {Span(at - due.Due)} after {Time(due.Due)}, {Days(late)}{(free > 0 ? $", {Days(late - free)} beyond the late days" : "")}: {Number(percent)} %, {Signed(by)}.",
            $"{exercise.Id} 比 {Time(due.Due)} 晚 {ChineseSpan(at - due.Due)}，算 {late} 天{(free > 0 ? $"，其中 {late - free} 天超出迟交额度" : "")}：扣 {Number(percent)} %，{Signed(by)}。")));
        return by;
    }

    private EffectiveDue? DueOf(CourseExercise exercise, IReadOnlyList<Student> names)
    {
        var extensions = policy.Extensions.Where(e => (e.Exercise is null || e.Exercise == exercise.Id) && names.Any(n => IsNamed(n, e.Student))).ToList();
        // The later time counts, so that an extension never takes from another.
        var extension = extensions.MaxBy(e => e.Due);
        if (exercise.Due is not { } due)
            return null;
        return extension is not null && extension.Due > due ? new(extension.Due, extension) : new(due, null);
    }

    private static bool IsNamed(Student student, string name) =>
        ((string?[])[student.Id, student.Name, student.Email]).Contains(name, StringComparer.OrdinalIgnoreCase);

    private decimal WeightOf(string exercise) => policy.Exercises.FirstOrDefault(e => e.Id == exercise)?.Weight ?? 1;

    private string Time(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(time, policy.TimeZone):yyyy-MM-dd HH:mm zzz}");

    private static string Span(TimeSpan span) => span >= Day
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} d {span.Hours} h")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes} min");

    private static string ChineseSpan(TimeSpan span) => span >= Day
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} 天 {span.Hours} 小时")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} 小时 {span.Minutes} 分");

    private static string Days(int days) => Counted.Of(days, "day");

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Signed(decimal number) => number.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);

    private sealed record EffectiveDue(DateTimeOffset Due, Extension? Extension);
}
