using System.Globalization;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Teaching;

/// <summary>Points that teachers give in the place of those that checks gave.</summary>
internal static class Overrides
{
    private const int UsualSeed = 1;

    // A teacher may give more than an exercise has, as for something special; a slip of the finger is none.
    private const int MostTimes = 2;

    /// <summary>Gives some; an earlier override of the same exercise no longer counts.</summary>
    public static async Task<Guid> GiveAsync(ServiceContext context, StandingCourse course, string person, string exercise, decimal points, string by, string? why, CancellationToken cancellation)
    {
        var reason = AuditLog.Reason(why);
        Exercises.ThrowIfUnknown(course, exercise);
        var most = CheckTitles.PointsOf(exercise, course.Policy.Seed ?? UsualSeed);
        if (points < 0 || points > most * MostTimes)
        {
            throw new BadInputException((
                $"{Number(points)} are no points for {exercise}, which gives {most}. Name 0 to {most * MostTimes}.",
                $"{exercise} 满分 {most} 分，不能给 {Number(points)} 分。请填 0 到 {most * MostTimes}。"));
        }

        await AuditLog.PersonAsync(context, person, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var before = await context.Overrides.Where(o => o.PersonId == person && o.Exercise == exercise && o.WithdrawnAt == null).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var earlier in before)
            (earlier.WithdrawnAt, earlier.WithdrawnBy) = (now, by);
        var row = new OverrideRow { Id = Guid.NewGuid(), PersonId = person, Exercise = exercise, Points = points, Reason = reason, GivenAt = now, GivenBy = by };
        context.Overrides.Add(row);
        context.Audit.Add(new AuditRow { At = now, By = by, What = "override", PersonId = person, Exercise = exercise, Before = before.Count > 0 ? Number(before[^1].Points) : null, After = Number(points), Why = reason });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return row.Id;
    }

    /// <summary>Takes one back: the checks' points count again.</summary>
    public static async Task WithdrawAsync(ServiceContext context, Guid id, string by, string? why, CancellationToken cancellation)
    {
        var reason = AuditLog.Reason(why);
        if (await context.Overrides.SingleOrDefaultAsync(o => o.Id == id && o.WithdrawnAt == null, cancellation).ConfigureAwait(false) is not { } row)
            throw new BadInputException(("That override is not there, or was withdrawn already. Load the page again.", "这个改分不存在，或者已经撤回。请重新打开页面。"));
        (row.WithdrawnAt, row.WithdrawnBy) = (await context.NowAsync(cancellation).ConfigureAwait(false), by);
        context.Audit.Add(new AuditRow { At = row.WithdrawnAt.Value, By = by, What = "override-withdrawn", PersonId = row.PersonId, Exercise = row.Exercise, Before = Number(row.Points), Why = reason });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    private static string Number(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
