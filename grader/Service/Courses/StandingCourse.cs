using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Courses;

/// <summary>The course as it was last taken.</summary>
/// <param name="Row">What was taken.</param>
/// <param name="Policy">What it says, with the extensions and points that teachers gave since.</param>
internal sealed record StandingCourse(CourseRow Row, CoursePolicy Policy)
{
    /// <summary>What marks are drawn by.</summary>
    public MarkRules Rules { get; } = new(Policy);

    /// <summary>Somebody as marks know students.</summary>
    public static Student StudentOf(PersonRow person) => new(person.Id, person.Name, person.Email);

    /// <summary>When an exercise is due for somebody; null for whenever.</summary>
    public DateTimeOffset? DueOf(string exercise, PersonRow person) => Rules.DueOf(exercise, [StudentOf(person)]);

    /// <summary>Loads it; null where none was taken yet.</summary>
    public static async Task<StandingCourse?> LoadAsync(ServiceContext context, ExerciseCatalog catalog, CancellationToken cancellation)
    {
        if (await context.Courses.AsNoTracking().OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is not { } row)
            return null;
        var extensions = await context.Extensions.AsNoTracking().Where(e => e.WithdrawnAt == null).ToListAsync(cancellation).ConfigureAwait(false);
        var overrides = await context.Overrides.AsNoTracking().Where(o => o.WithdrawnAt == null).OrderBy(o => o.GivenAt).ToListAsync(cancellation).ConfigureAwait(false);
        var policy = CourseFile.Parse("course.json", row.Text, catalog);
        return new StandingCourse(row, policy with
        {
            Extensions = policy.Extensions.Concat(extensions.Select(e => new Extension(e.PersonId, e.Exercise, e.Due, e.Reason))).ToEquatableArray(),
            Overrides = overrides.Select(o => new MarkOverride(o.PersonId, o.Exercise, o.Points, o.Reason)).ToEquatableArray(),
        });
    }
}
