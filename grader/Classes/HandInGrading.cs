using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Reading;

namespace ExerciseKit.Classes;

/// <summary>Grades one hand-in of a class: the one way for all who do, be it from a folder or from a database.</summary>
/// <param name="catalog">The exercises.</param>
/// <param name="request">How.</param>
public sealed class HandInGrading(ExerciseCatalog catalog, ClassRequest request)
{
    /// <summary>The kit's fingerprint.</summary>
    public string Kit { get; } = KitFingerprint.Of(catalog);

    /// <summary>Reads a hand-in. One that can't be read is no exception: its record tells why.</summary>
    public ReadHandIn Read(HandIn handIn)
    {
        ArgumentNullException.ThrowIfNull(handIn);
        var reading = Read(handIn, out var problem);
        return new ReadHandIn(handIn, reading, RecordOf(handIn, reading) with { Problem = problem, GradedAs = GradedAs(handIn, reading, problem) });
    }

    /// <summary>Grades what was read.</summary>
    /// <param name="read">The hand-in.</param>
    /// <param name="grader">By what.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Its record, and the result; null where it could not be read.</returns>
    public async Task<(HandInRecord Record, GradeResult? Result)> GradeAsync(ReadHandIn read, WarmGrader grader, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(grader);
        if (read.Reading is null)
            return (read.Record, null);
        grader.GetReady();
        var result = await grader.GradeAsync(RequestOf(read.HandIn), progress, cancellation).ConfigureAwait(false);
        return (WithResult(read.Record, result), result);
    }

    /// <summary>A hand-in's record before it is graded.</summary>
    private static HandInRecord RecordOf(HandIn handIn, HandInReading? reading) => new(handIn.Key, handIn.Place, handIn.Students, null)
    {
        SubmittedAt = handIn.SubmittedAt,
        PackedAt = reading?.Manifest?.PackedAt,
        IsMarkedLate = handIn.IsMarkedLate,
        Attempt = handIn.Attempt,
        SubmissionHash = reading?.Hash,
        Notes = handIn.Notes.Concat(reading?.Notes ?? []).Concat(OtherStudent(handIn, reading)).ToEquatableArray(),
    };

    // Where the grader failed it stays to be graded again.
    private static HandInRecord WithResult(HandInRecord record, GradeResult result) => record with
    {
        GradedAs = result.Gradable ? record.GradedAs : null,
        Fault = result.Gradable ? null : result.Fault?.En ?? "Grading was not finished.",
        ResultHash = ResultHash.Of(result),
        Exercises = result.Exercises.Select(ExerciseMark.Of).ToEquatableArray(),
        DurationMs = result.Timing.TotalMs,
    };

    private GradeRequest RequestOf(HandIn handIn) => new(handIn.Path, [.. request.ExerciseIds], request.Seed, RequireSandbox: request.RequireSandbox, RequireProof: request.RequireProof) { Files = handIn.Files };

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
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kit}\n{request.Seed}\n{request.RequireProof}\n{string.Join(' ', request.ExerciseIds)}\n{reading?.Key}\n{ResultFile.TextOf(record)}")));
    }
}
