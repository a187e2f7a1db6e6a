using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Courses;

/// <summary>Takes a course's files into the database: from then on they count, wherever the files are.</summary>
internal static class CourseTaking
{
    /// <summary>Takes them, with who is in the roster and who is not any more, and the probe that workers are tried by.</summary>
    /// <param name="context">The database.</param>
    /// <param name="files">The files.</param>
    /// <param name="catalog">The exercises.</param>
    /// <param name="by">Who takes them.</param>
    public static async Task TakeAsync(ServiceContext context, CourseFiles files, ExerciseCatalog catalog, string by, CancellationToken cancellation)
    {
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var kit = KitFingerprint.Of(catalog);
        var before = await context.Courses.AsNoTracking().OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        context.Courses.Add(new CourseRow
        {
            Text = files.Text,
            Sha256 = files.Sha256,
            RosterText = files.RosterText,
            RosterSha256 = files.RosterSha256,
            Kit = kit,
            KitVersion = Grader.KitVersion,
            TakenAt = now,
            TakenBy = by,
        });
        context.Audit.Add(new AuditRow { At = now, By = by, What = "course-taken", Before = before?.Sha256, After = files.Sha256, Why = files.Path });
        await TakeRosterAsync(context, files, now, cancellation).ConfigureAwait(false);
        if (!await context.Probes.AnyAsync(p => p.Kit == kit, cancellation).ConfigureAwait(false))
            context.Probes.Add(ProbeMaking.Of(catalog, files.Policy.Exercises[0].Id, kit));
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task TakeRosterAsync(ServiceContext context, CourseFiles files, DateTimeOffset now, CancellationToken cancellation)
    {
        if (files.Roster is not { } roster)
            return;
        var people = await context.People.ToDictionaryAsync(p => p.Id, StringComparer.OrdinalIgnoreCase, cancellation).ConfigureAwait(false);
        foreach (var student in roster.Students)
        {
            if (people.Remove(student.Id, out var known))
                (known.Name, known.Email, known.LeftAt) = (student.Name, student.Email ?? known.Email, null);
            else
                context.People.Add(new PersonRow { Id = student.Id, Role = PersonRole.Student, Name = student.Name, Email = student.Email, Stamp = Guid.NewGuid() });
        }

        // Whoever is signed in is signed out by the new stamp; what was handed in stays.
        foreach (var gone in people.Values.Where(p => p is { Role: PersonRole.Student, LeftAt: null }))
            (gone.LeftAt, gone.Stamp) = (now, Guid.NewGuid());
    }
}
