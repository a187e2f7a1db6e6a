using System.Globalization;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Teaching;

/// <summary>Later due times that teachers give single students.</summary>
internal static class Extensions
{
    /// <summary>Gives one.</summary>
    /// <param name="context">The database.</param>
    /// <param name="course">The course.</param>
    /// <param name="person">For whom.</param>
    /// <param name="exercise">For which exercise; null for all.</param>
    /// <param name="due">The time.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="why">Why.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<Guid> GiveAsync(ServiceContext context, StandingCourse course, string person, string? exercise, DateTimeOffset due, string by, string? why, CancellationToken cancellation)
    {
        var reason = AuditLog.Reason(why);
        Exercises.ThrowIfUnknown(course, exercise);
        await AuditLog.PersonAsync(context, person, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var row = new ExtensionRow { Id = Guid.NewGuid(), PersonId = person, Exercise = exercise, Due = due, Reason = reason, GivenAt = now, GivenBy = by };
        context.Extensions.Add(row);
        context.Audit.Add(new AuditRow { At = now, By = by, What = "extension", PersonId = person, Exercise = exercise, After = Time(due), Why = reason });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return row.Id;
    }

    /// <summary>Takes one back.</summary>
    public static async Task WithdrawAsync(ServiceContext context, Guid id, string by, string? why, CancellationToken cancellation)
    {
        var reason = AuditLog.Reason(why);
        if (await context.Extensions.SingleOrDefaultAsync(e => e.Id == id && e.WithdrawnAt == null, cancellation).ConfigureAwait(false) is not { } row)
            throw new BadInputException(("That extension is not there, or was withdrawn already. Load the page again.", "这个延期不存在，或者已经撤回。请重新打开页面。"));
        (row.WithdrawnAt, row.WithdrawnBy) = (await context.NowAsync(cancellation).ConfigureAwait(false), by);
        context.Audit.Add(new AuditRow { At = row.WithdrawnAt.Value, By = by, What = "extension-withdrawn", PersonId = row.PersonId, Exercise = row.Exercise, Before = Time(row.Due), Why = reason });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
