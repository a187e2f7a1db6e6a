using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Classes;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Submissions.Trees;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Queue;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Work;

/// <summary>Grades a hand-in of the database as <c>kit grade-all</c> grades one of a folder.</summary>
internal sealed class HandInWork(ServiceDatabase database, ExerciseCatalog catalog, WorkerSelf self) : IAsyncDisposable
{
    private readonly WarmGrader grader = new(catalog.Root, self.RequireSandbox, gradesOneAtATime: self.Jobs > 1);

    /// <summary>Grades.</summary>
    /// <param name="handIn">The hand-in.</param>
    /// <param name="content">Its file.</param>
    /// <param name="progress">Told what is done; null for nobody.</param>
    public async Task<GradedHandIn> GradeAsync(HandInRow handIn, byte[] content, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        var (course, person) = await LoadAsync(handIn, cancellation).ConfigureAwait(false);
        var students = new Student(handIn.PersonId, person?.Name ?? handIn.PersonId, person?.Email);
        return await GradeAsync(handIn.FileName, content, handIn.Exercises, course.Policy.Seed, students, handIn.Id.ToString(), handIn.ReceivedAt, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Grades the probe.</summary>
    public Task<GradedHandIn> GradeAsync(ProbeRow probe, CancellationToken cancellation) =>
        GradeAsync("probe.zip", probe.Content, [probe.Exercise], seed: null, new Student("probe", "probe"), "probe", null, null, cancellation);

    public ValueTask DisposeAsync() => grader.DisposeAsync();

    private async Task<GradedHandIn> GradeAsync(string name, byte[] content, string[] exercises, int? seed, Student student, string place, DateTimeOffset? at, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("exercisekit-service-");
        try
        {
            var file = Path.Combine(folder.FullName, "hand-in");
            await File.WriteAllBytesAsync(file, content, cancellation).ConfigureAwait(false);
            var request = new ClassRequest(exercises.ToEquatableArray(), seed ?? 1, RequireSandbox: self.RequireSandbox, Jobs: self.Jobs);
            var grading = new HandInGrading(catalog, request);
            // Only the name that the student gave it is told, wherever it lies here: the result is the same on each machine.
            var handIn = new HandIn(place, [student]) { Path = name, Files = [new GatheredFile(name, file)], SubmittedAt = at };
            var (record, result) = await grading.GradeAsync(grading.Read(handIn), grader, progress, cancellation).ConfigureAwait(false);
            return new GradedHandIn(grading.Kit, GradedAs(grading.Kit, request, name, content), record, result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string GradedAs(string kit, ClassRequest request, string name, byte[] content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kit}\n{request.Seed}\n{string.Join(' ', request.ExerciseIds)}\n{name}\n{Convert.ToHexStringLower(SHA256.HashData(content))}")));

    private async Task<(StandingCourse Course, PersonRow? Person)> LoadAsync(HandInRow handIn, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await StandingCourse.LoadAsync(context, catalog, cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException($"{database.Name} has hand-ins and no course.");
        return (course, await context.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == handIn.PersonId, cancellation).ConfigureAwait(false));
    }
}
