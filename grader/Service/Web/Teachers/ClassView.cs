using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>How the whole class stands.</summary>
internal sealed record ClassView(StandingCourse Course, IReadOnlyList<Standing> Standings, DateTimeOffset Now)
{
    public static async Task<ClassView> ReadAsync(ServiceContext context, CourseReader courses, CancellationToken cancellation)
    {
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        var people = await context.People.AsNoTracking().Where(p => p.Role == PersonRole.Student).OrderBy(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var facts = (await FactReading.ReadAsync(context, null, cancellation).ConfigureAwait(false)).ToLookup(f => f.PersonId);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var marks = new Standings(course);
        return new ClassView(course, [.. people.Where(p => p.LeftAt is null || facts[p.Id].Any()).Select(p => marks.Of(p, facts[p.Id], now))], now);
    }
}
