using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Regrading;

/// <summary>What differs between two gradings of the same hand-ins.</summary>
/// <param name="Changes">The marks that differ, by hand-in, exercise and check.</param>
/// <param name="Compared">How many hand-ins both graded.</param>
/// <param name="Kits">Both kits.</param>
/// <param name="Alarms">Hand-ins that came out otherwise though nothing had changed: neither they, nor the exercises, nor the kit. A sentence each.</param>
/// <param name="Reworded">Hand-ins of which no mark differs, but something else that was found.</param>
public sealed record MarkComparison(IReadOnlyList<MarkDifference> Changes, int Compared, string Kits, IReadOnlyList<string> Alarms, IReadOnlyList<string> Reworded)
{
    /// <summary>Compares.</summary>
    /// <param name="before">The one grading's identity and records.</param>
    /// <param name="after">The other's.</param>
    public static MarkComparison Of((ResultsIdentity Identity, IReadOnlyDictionary<string, HandInRecord> Records) before, (ResultsIdentity Identity, IReadOnlyDictionary<string, HandInRecord> Records) after)
    {
        var both = before.Records.Keys.Intersect(after.Records.Keys).Select(k => (Before: before.Records[k], After: after.Records[k])).OrderBy(r => r.Before.Place, StringComparer.Ordinal).ToList();
        var changes = both.SelectMany(r => ChangesOf(r.Before, r.After)).ToList();
        var changed = changes.Select(c => c.Place).ToHashSet();
        return new MarkComparison(
            changes,
            both.Count,
            before.Identity.Kit == after.Identity.Kit ? $"both by kit {KitOf(before.Identity)}" : $"kit {KitOf(before.Identity)} and then {KitOf(after.Identity)}",
            [.. both.Where(r => r.Before.GradedAs is { } one && one == r.After.GradedAs && r.Before.ResultHash != r.After.ResultHash).Select(r => $"{r.Before.Place} came out otherwise though neither it nor the kit has changed: report this.")],
            [.. both.Where(r => r.Before.ResultHash != r.After.ResultHash && !changed.Contains(r.Before.Place)).Select(r => r.Before.Place)]);
    }

    private static IEnumerable<MarkDifference> ChangesOf(HandInRecord before, HandInRecord after)
    {
        var student = string.Join(", ", before.Students.Select(s => s.Name));
        var why = before.SubmissionHash == after.SubmissionHash ? "" : "the files differ";
        if (before.Problem != after.Problem)
            yield return new MarkDifference(before.Place, student, "", "", before.Score, after.Score, before.Problem ?? "graded", after.Problem ?? "graded", why);
        if (before.Fault != after.Fault)
            yield return new MarkDifference(before.Place, student, "", "", before.Score, after.Score, before.Fault ?? "graded", after.Fault ?? "graded", "the grader failed");
        foreach (var id in before.Exercises.Concat(after.Exercises).Select(e => e.Id).Distinct().Order(StringComparer.Ordinal))
        {
            var (one, other) = (ChecksOf(before, id), ChecksOf(after, id));
            foreach (var check in one.Concat(other).Select(c => c.Id).Distinct())
            {
                var (was, isNow) = (one.FirstOrDefault(c => c.Id == check), other.FirstOrDefault(c => c.Id == check));
                if (was?.Points != isNow?.Points || was?.Status != isNow?.Status || was?.Verdict != isNow?.Verdict || was?.MaxPoints != isNow?.MaxPoints)
                    yield return new MarkDifference(before.Place, student, id, (isNow ?? was)!.Title, was?.Points ?? 0, isNow?.Points ?? 0, Words(was), Words(isNow), Why(was, isNow, why));
            }
        }
    }

    private static IReadOnlyList<CheckMark> ChecksOf(HandInRecord record, string exercise) =>
        [.. record.Exercises.Where(e => e.Id == exercise).SelectMany(e => e.Checks)];

    private static string Why(CheckMark? was, CheckMark? isNow, string why)
    {
        if (was is null || isNow is null)
            return Joined(why, was is null ? "a new check" : "the check is gone");
        if (was.MaxPoints != isNow.MaxPoints)
            return Joined(why, $"worth {isNow.MaxPoints} points, not {was.MaxPoints}");
        return isNow.Verdict == Verdict.Limit || was.Verdict == Verdict.Limit ? Joined(why, "a limit was used up") : Joined(why, why.Length == 0 ? "the check finds something else" : "");
    }

    private static string Joined(string one, string other) => one.Length == 0 || other.Length == 0 ? one + other : $"{one}; {other}";

    private static string Words(CheckMark? check) => check is null ? "not there" : Pages.VerdictName.Of(check.Verdict);

    private static string KitOf(ResultsIdentity identity) => $"{identity.KitVersion} ({identity.Kit[..Math.Min(8, identity.Kit.Length)]})";
}

/// <summary>A mark that differs.</summary>
/// <param name="Place">The hand-in.</param>
/// <param name="Student">Whose.</param>
/// <param name="Exercise">The exercise; empty where the hand-in as a whole differs.</param>
/// <param name="Check">The check's title.</param>
/// <param name="PointsBefore">The points of the one grading.</param>
/// <param name="PointsAfter">The points of the other.</param>
/// <param name="Before">The verdict of the one.</param>
/// <param name="After">The verdict of the other.</param>
/// <param name="Why">What else differs.</param>
public sealed record MarkDifference(string Place, string Student, string Exercise, string Check, int PointsBefore, int PointsAfter, string Before, string After, string Why);
