using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Courses;

/// <summary>Takes a course's files again, after it was told what that would change.</summary>
/// <param name="catalog">The exercises there are.</param>
internal sealed class CourseUpdate(ExerciseCatalog catalog)
{
    private readonly string kit = KitFingerprint.Of(catalog);

    /// <summary>What taking them would change.</summary>
    public async Task<CourseChanges> CompareAsync(ServiceContext context, CourseFiles files, CancellationToken cancellation) => CourseChanges.Of(
        await context.Courses.AsNoTracking().OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellation).ConfigureAwait(false),
        files,
        await context.People.AsNoTracking().ToListAsync(cancellation).ConfigureAwait(false),
        kit);

    /// <summary>Takes them. Who is not in the roster any more is signed out; their hand-ins stay.</summary>
    /// <param name="context">The database.</param>
    /// <param name="files">The files.</param>
    /// <param name="by">Who takes them.</param>
    /// <param name="cancellation">Gives it up; nothing is changed then.</param>
    /// <returns>What it changed.</returns>
    /// <exception cref="BadInputException">The roster names a teacher as a student.</exception>
    public async Task<CourseChanges> TakeAsync(ServiceContext context, CourseFiles files, string by, CancellationToken cancellation)
    {
        var changes = await CompareAsync(context, files, cancellation).ConfigureAwait(false);
        if (changes.IsEmpty)
            return changes;
        var teachers = await context.People.AsNoTracking().Where(p => p.Role == PersonRole.Teacher).Select(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (files.Roster?.Students.FirstOrDefault(s => teachers.Contains(s.Id, StringComparer.OrdinalIgnoreCase)) is { } both)
        {
            throw new BadInputException((
                $"The roster has a student {both.Id}, which is a teacher's account here. Give the student another id in the roster.",
                $"名单里有学生 {both.Id}，而这里它是老师的账号。请在名单里给这位学生换一个学号。"));
        }

        await CourseTaking.TakeAsync(context, files, catalog, by, cancellation).ConfigureAwait(false);
        return changes;
    }
}
