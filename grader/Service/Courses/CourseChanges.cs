using ExerciseKit.Classes.HandIns;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Courses;

/// <summary>What taking a course's files would change.</summary>
/// <param name="Lines">The lines of the course's file that differ, in order, each with <c>+</c> or <c>-</c> before it.</param>
/// <param name="Joining">Who would come into the class.</param>
/// <param name="Leaving">Who would not be in it any more.</param>
/// <param name="Renamed">Who would be called otherwise, or have another address.</param>
/// <param name="KitChanges">Whether the kit is another one than the marks were made by.</param>
/// <param name="Sha256">Names both files as they were looked at, so that nothing else is taken.</param>
internal sealed record CourseChanges(
    IReadOnlyList<string> Lines,
    IReadOnlyList<Student> Joining,
    IReadOnlyList<Student> Leaving,
    IReadOnlyList<Student> Renamed,
    bool KitChanges,
    string Sha256)
{
    public bool IsEmpty => Lines.Count == 0 && Joining.Count == 0 && Leaving.Count == 0 && Renamed.Count == 0 && !KitChanges;

    /// <summary>Finds them.</summary>
    /// <param name="taken">What was taken last; null where nothing was.</param>
    /// <param name="files">The files as they lie there now.</param>
    /// <param name="people">Everybody who has an account.</param>
    /// <param name="kit">The kit that would grade from then on.</param>
    public static CourseChanges Of(CourseRow? taken, CourseFiles files, IReadOnlyList<PersonRow> people, string kit)
    {
        var students = people.Where(p => p is { Role: PersonRole.Student, LeftAt: null }).ToList();
        var roster = files.Roster?.Students ?? [];
        return new CourseChanges(
            CourseDifference.Lines(taken?.Text ?? "", files.Text),
            [.. roster.Where(s => !students.Exists(p => IsSame(p, s)))],
            // Without a roster nobody leaves: students are then who was let in.
            files.Roster is null ? [] : [.. students.Where(p => !roster.Any(s => IsSame(p, s))).Select(StandingCourse.StudentOf)],
            [.. roster.Where(s => students.Exists(p => IsSame(p, s) && (p.Name != s.Name || (s.Email is not null && p.Email != s.Email))))],
            taken is not null && taken.Kit != kit,
            $"{files.Sha256}{files.RosterSha256}");
    }

    private static bool IsSame(PersonRow person, Student student) => string.Equals(person.Id, student.Id, StringComparison.OrdinalIgnoreCase);
}
