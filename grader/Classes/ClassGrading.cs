using System.Collections.Concurrent;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Pages;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;

namespace ExerciseKit.Classes;

/// <summary>Grades the hand-ins of a class, each in a sandbox of its own, and goes on where it was stopped.</summary>
/// <param name="catalog">The exercises.</param>
/// <param name="request">How.</param>
public sealed class ClassGrading(ExerciseCatalog catalog, ClassRequest request)
{
    private readonly HandInGrading one = new(catalog, request);

    /// <summary>What the results are made by and for.</summary>
    public ResultsIdentity Identity => new(
        request.Course,
        request.ExerciseIds,
        catalog.Exercises.Select(e => e.Id).ToEquatableArray(),
        request.Seed,
        request.RequireProof,
        Grader.KitVersion,
        one.Kit);

    /// <summary>Grades those that have no result yet.</summary>
    /// <param name="handIns">The hand-ins.</param>
    /// <param name="results">Where their results are kept.</param>
    /// <param name="progress">Told of each as it is done.</param>
    /// <param name="cancellation">Ends it; what was graded stays.</param>
    /// <returns>Their records, in the order of the hand-ins.</returns>
    /// <exception cref="BadInputException">The results can't be written.</exception>
    public async Task<IReadOnlyList<HandInRecord>> GradeAsync(IReadOnlyList<HandIn> handIns, ResultsFolder results, IProgress<ClassProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(handIns);
        ArgumentNullException.ThrowIfNull(results);
        progress?.Report(new ClassStarted(handIns.Count));
        var before = results.Records;
        var records = new ConcurrentDictionary<string, HandInRecord>();
        var isWarned = 0;
        await using var grader = new WarmGrader(catalog.Root, request.RequireSandbox, gradesOneAtATime: request.Jobs > 1);
        await Parallel.ForEachAsync(handIns, new ParallelOptions { MaxDegreeOfParallelism = request.Jobs, CancellationToken = cancellation }, async (handIn, stop) =>
        {
            var read = one.Read(handIn);
            if (before.GetValueOrDefault(handIn.Key) is { } kept && kept.GradedAs == read.GradedAs)
            {
                records[handIn.Key] = kept;
                progress?.Report(new HandInFinished(kept, WasThere: true));
                return;
            }

            var (record, result) = await one.GradeAsync(read, grader, progress: null, stop).ConfigureAwait(false);
            if (result?.Sandbox is { } walls && Interlocked.Exchange(ref isWarned, 1) == 0)
                progress?.Report(new ClassWallsKnown(walls));
            results.Put(record, result, HandInPage.Of(record, result));
            records[handIn.Key] = record;
            progress?.Report(new HandInFinished(record, WasThere: false));
        }).ConfigureAwait(false);
        return [.. handIns.Select(h => records[h.Key])];
    }
}
