using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Pages;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Reading;

namespace ExerciseKit.Classes;

/// <summary>Grades the hand-ins of a class, each in a sandbox of its own, and goes on where it was stopped.</summary>
/// <param name="catalog">The exercises.</param>
/// <param name="request">How.</param>
public sealed class ClassGrading(ExerciseCatalog catalog, ClassRequest request)
{
    private readonly string kit = KitFingerprint.Of(catalog);

    /// <summary>What the results are made by and for.</summary>
    public ResultsIdentity Identity => new(
        request.Course,
        request.ExerciseIds,
        catalog.Exercises.Select(e => e.Id).ToEquatableArray(),
        request.Seed,
        request.RequireProof,
        Grader.KitVersion,
        kit);

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
            var reading = Read(handIn, out var problem);
            var gradedAs = GradedAs(handIn, reading, problem);
            if (before.GetValueOrDefault(handIn.Key) is { } kept && kept.GradedAs == gradedAs)
            {
                records[handIn.Key] = kept;
                progress?.Report(new HandInFinished(kept, WasThere: true));
                return;
            }

            var record = RecordOf(handIn, reading) with { GradedAs = gradedAs, Problem = problem };
            GradeResult? result = null;
            if (reading is not null)
            {
                grader.GetReady();
                result = await grader.GradeAsync(RequestOf(handIn), progress: null, stop).ConfigureAwait(false);
                record = WithResult(record, result);
                if (result.Sandbox is { } walls && Interlocked.Exchange(ref isWarned, 1) == 0)
                    progress?.Report(new ClassWallsKnown(walls));
            }

            results.Put(record, result, HandInPage.Of(record, result));
            records[handIn.Key] = record;
            progress?.Report(new HandInFinished(record, WasThere: false));
        }).ConfigureAwait(false);
        return [.. handIns.Select(h => records[h.Key])];
    }

    /// <summary>A hand-in's record before it is graded.</summary>
    internal static HandInRecord RecordOf(HandIn handIn, HandInReading? reading) => new(handIn.Key, handIn.Place, handIn.Students, null)
    {
        SubmittedAt = handIn.SubmittedAt,
        PackedAt = reading?.Manifest?.PackedAt,
        IsMarkedLate = handIn.IsMarkedLate,
        Attempt = handIn.Attempt,
        SubmissionHash = reading?.Hash,
        Notes = handIn.Notes.Concat(reading?.Notes ?? []).Concat(OtherStudent(handIn, reading)).ToEquatableArray(),
    };

    /// <summary>The record of a hand-in that was graded. Where the grader failed it stays to be graded again.</summary>
    internal static HandInRecord WithResult(HandInRecord record, GradeResult result) => record with
    {
        GradedAs = result.Gradable ? record.GradedAs : null,
        Fault = result.Gradable ? null : result.Fault?.En ?? "Grading was not finished.",
        ResultHash = ResultHash.Of(result),
        Exercises = result.Exercises.Select(ExerciseMark.Of).ToEquatableArray(),
        DurationMs = result.Timing.TotalMs,
    };

    internal GradeRequest RequestOf(HandIn handIn) => new(handIn.Path, [.. request.ExerciseIds], request.Seed, RequireSandbox: request.RequireSandbox, RequireProof: request.RequireProof) { Files = handIn.Files };

    // It is the student's word, and so only told; who the hand-in is from says the system that took it.
    private static IEnumerable<string> OtherStudent(HandIn handIn, HandInReading? reading) =>
        reading?.Manifest?.Student is { } named && !handIn.Students.Any(s => new[] { s.Id, s.Name, s.Email }.Contains(named, StringComparer.OrdinalIgnoreCase))
            ? [$"Its manifest names {named} as the student."]
            : [];

    private HandInReading? Read(HandIn handIn, out string? problem)
    {
        problem = handIn.Problem;
        if (problem is not null)
            return null;
        try
        {
            return HandInReading.Of(RequestOf(handIn), catalog);
        }
        catch (BadInputException e)
        {
            problem = e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"It can't be read: {e.Message}";
        }

        return null;
    }

    // All that the record and the result are made of.
    private string GradedAs(HandIn handIn, HandInReading? reading, string? problem)
    {
        var record = RecordOf(handIn, reading) with { Problem = problem };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kit}\n{request.Seed}\n{request.RequireProof}\n{string.Join(' ', request.ExerciseIds)}\n{reading?.Key}\n{ResultFile.TextOf(record)}")));
    }
}
