using ExerciseKit.Contract;

namespace ExerciseKit.Classes.Policy;

/// <summary>What a course demands, and how marks are drawn from points; the file <c>course.json</c>.</summary>
/// <param name="Name">The course's name.</param>
/// <param name="TimeZone">Whose days and hours are meant where a time says none itself.</param>
/// <param name="Exercises">The exercises, in order of their ids.</param>
public sealed record CoursePolicy(string Name, TimeZoneInfo TimeZone, EquatableArray<CourseExercise> Exercises)
{
    /// <summary>What every random choice of the checks is seeded with; students don't know it. Null for the usual one.</summary>
    public int? Seed { get; init; }

    /// <summary>How much later than due still counts as on time. Default none.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>Days of lateness that cost nothing, for each student and the whole course. Default 0.</summary>
    public int LateDays { get; init; }

    /// <summary>Percent of an exercise's points that each further day costs. Default 0.</summary>
    public decimal PenaltyPerDay { get; init; }

    /// <summary>Percent that lateness costs at most. Default 100.</summary>
    public decimal PenaltyMost { get; init; } = 100;

    /// <summary>Hand-ins of one day that count; null for all.</summary>
    public int? AttemptsPerDay { get; init; }

    /// <summary>When students see what checks found, where nothing else is said of a check.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>Other times, for single students.</summary>
    public EquatableArray<Extension> Extensions { get; init; } = [];

    /// <summary>Points given by hand; the last for a student and an exercise counts. No file says them: the service's teachers do.</summary>
    public EquatableArray<MarkOverride> Overrides { get; init; } = [];

    /// <summary>The file of who is in the class: a full path; null where none is named.</summary>
    public string? Roster { get; init; }

    /// <summary>The file of when each student handed in, for downloads that do not tell: a full path; null where none is named.</summary>
    public string? Submitted { get; init; }

    /// <summary>When students see what a check found.</summary>
    public Visibility VisibilityOf(string exercise, string check) =>
        Exercises.FirstOrDefault(e => e.Id == exercise) is { } its
            ? its.Checks.FirstOrDefault(c => c.Id == check)?.Visibility ?? its.Visibility ?? Visibility
            : Visibility;
}

/// <summary>An exercise of a course.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Weight">What its points are multiplied by. Default 1.</param>
/// <param name="Due">When it is due; null for whenever.</param>
public sealed record CourseExercise(string Id, decimal Weight, DateTimeOffset? Due)
{
    /// <summary>When students see what its checks found; null for as the course says.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>The same for single checks.</summary>
    public EquatableArray<CheckVisibility> Checks { get; init; } = [];
}

/// <summary>When students see what a check found.</summary>
public sealed record CheckVisibility(string Id, Visibility Visibility);

/// <summary>Another due time for a student.</summary>
/// <param name="Student">The student's id, name or address.</param>
/// <param name="Exercise">For which exercise; null for all.</param>
/// <param name="Due">The time.</param>
/// <param name="Reason">Why; null where it is not told.</param>
public sealed record Extension(string Student, string? Exercise, DateTimeOffset Due, string? Reason);

/// <summary>When students see what a check found.</summary>
public enum Visibility
{
    /// <summary>At once.</summary>
    Always,

    /// <summary>When it is no longer of use for handing in again.</summary>
    AfterDue,

    /// <summary>Not at all: only its points.</summary>
    Never,
}
