using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Service.Data.Contexts;

namespace ExerciseKit.Service.Courses;

/// <summary>Reads the course from the database, for who can't go on without one.</summary>
/// <param name="catalog">The exercises there are.</param>
internal sealed class CourseReader(ExerciseCatalog catalog)
{
    public ExerciseCatalog Catalog => catalog;

    /// <summary>The course as it stands now.</summary>
    /// <exception cref="BadInputException">No course was taken yet.</exception>
    public async Task<StandingCourse> ReadAsync(ServiceContext context, CancellationToken cancellation) =>
        await StandingCourse.LoadAsync(context, catalog, cancellation).ConfigureAwait(false) ?? throw new BadInputException((
            "The database holds no course yet. Start the server with the course's file: kit serve COURSE.",
            "数据库里还没有课程。请用课程文件启动服务器：kit serve COURSE。"));
}
