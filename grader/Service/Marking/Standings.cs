using ExerciseKit.Classes.Policy;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Marking;

/// <summary>Draws how students stand: a pure function of the course, who they are, what they handed in and what time it is.</summary>
/// <remarks>Each exercise is handed in by itself here, so of each the last hand-in that was graded counts.</remarks>
internal sealed class Standings(StandingCourse course)
{
    private const int UsualSeed = 1;

    private readonly Dictionary<string, int> points = course.Policy.Exercises.ToDictionary(e => e.Id, e => CheckTitles.PointsOf(e.Id, course.Policy.Seed ?? UsualSeed));

    /// <summary>How somebody stands.</summary>
    /// <param name="person">The student.</param>
    /// <param name="handIns">What the student handed in.</param>
    /// <param name="now">The time.</param>
    public Standing Of(PersonRow person, IEnumerable<HandInFact> handIns, DateTimeOffset now)
    {
        var names = StandingCourse.StudentOf(person);
        var newestFirst = handIns.OrderByDescending(h => h.ReceivedAt).ThenByDescending(h => h.Id).ToList();
        var counting = course.Policy.Exercises.ToDictionary(e => e.Id, e => newestFirst.Find(h => h.HasScore && h.Exercises.Contains(e.Id)));
        var mark = course.Rules.Of([names], id => counting.GetValueOrDefault(id) is { } its ? new HandedInPoints(its.ScoreOf(id), its.ReceivedAt) : null);
        return new Standing(person, mark, course.Policy.Exercises.Sum(e => MaxOf(e.Id)), [.. course.Policy.Exercises.Select(e =>
        {
            var its = newestFirst.Where(h => h.Exercises.Contains(e.Id)).ToList();
            return new ExerciseStanding(e.Id, course.DueOf(e.Id, person), its, counting[e.Id], mark.Exercises.First(p => p.Id == e.Id).Points, MaxOf(e.Id), AttemptsLeft(its, now));
        })]);
    }

    /// <summary>What handing in now would cost beside an attempt; null where it costs nothing.</summary>
    /// <param name="person">The student.</param>
    /// <param name="handIns">What the student handed in.</param>
    /// <param name="exercises">What is about to be handed in.</param>
    /// <param name="now">The time.</param>
    public LateCost? CostOf(PersonRow person, IReadOnlyList<HandInFact> handIns, IReadOnlyList<string> exercises, DateTimeOffset now)
    {
        var names = StandingCourse.StudentOf(person);
        // What waits uses late days, too, as soon as it is graded.
        HandedInPoints? Before(string id) => handIns.Where(h => h.IsCharged && h.Exercises.Contains(id)).Select(h => (DateTimeOffset?)h.ReceivedAt).Max() is { } at ? new HandedInPoints(points[id], at) : null;
        var before = course.Rules.Of([names], Before);
        var after = course.Rules.Of([names], id => exercises.Contains(id) ? new HandedInPoints(points[id], now) : Before(id));
        var days = Math.Max(0, before.LateDaysLeft - after.LateDaysLeft);
        var penalty = -after.Changes.Where(c => c.Rule == "penalty" && exercises.Contains(c.Exercise)).Sum(c => c.By);
        var closed = exercises.Where(id => MaxOf(id) > 0 && after.Changes.Any(c => c.Rule == "penalty" && c.Exercise == id && -c.By >= MaxOf(id))).ToList();
        return days == 0 && penalty == 0 ? null : new LateCost(days, before.LateDaysLeft, penalty, exercises.Sum(MaxOf), closed);
    }

    private decimal MaxOf(string exercise) => course.Rules.MaxOf(exercise, points.GetValueOrDefault(exercise));

    private int? AttemptsLeft(IEnumerable<HandInFact> handIns, DateTimeOffset now)
    {
        if (course.Policy.AttemptsPerDay is not { } most)
            return null;
        var today = DayOf(now);
        return Math.Max(0, most - handIns.Count(h => h.IsCharged && DayOf(h.ReceivedAt) == today));
    }

    private DateTime DayOf(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, course.Policy.TimeZone).Date;
}
