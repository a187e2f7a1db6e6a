using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>A hand-in that somebody may see: the one way in which a page gets at one.</summary>
/// <param name="Row">The hand-in.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Sight">What of its result may be seen.</param>
internal sealed record FoundHandIn(HandInRow Row, PersonRow Owner, Sight Sight)
{
    /// <summary>Finds one; null where there is none, or it is another student's: who asks can't tell which.</summary>
    public static async Task<FoundHandIn?> FindAsync(ServiceContext context, StandingCourse course, Guid id, PersonRow viewer, CancellationToken cancellation)
    {
        var row = await context.HandIns.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancellation).ConfigureAwait(false);
        if (row is null || (viewer.Role != PersonRole.Teacher && row.PersonId != viewer.Id))
            return null;
        var owner = await context.People.AsNoTracking().SingleAsync(p => p.Id == row.PersonId, cancellation).ConfigureAwait(false);
        return new FoundHandIn(row, owner, new Sight(course, owner, viewer, await context.NowAsync(cancellation).ConfigureAwait(false)));
    }
}
