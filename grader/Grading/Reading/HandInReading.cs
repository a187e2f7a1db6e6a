using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Packing;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Grading.Submissions.Layout;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Reading;

/// <summary>What can be told of a hand-in before it is graded.</summary>
/// <param name="Hash">SHA-256 of the student's files, in hexadecimal, as the result names it.</param>
/// <param name="Key">The same over all that a result is made of: the files, and what is said of how they lay.</param>
/// <param name="Exercises">The ids of the exercises in it.</param>
/// <param name="Sources">The student's files, by exercise and name.</param>
public sealed record HandInReading(string Hash, string Key, IReadOnlyList<string> Exercises, IReadOnlyList<HandInSource> Sources)
{
    /// <summary>What its manifest says; null where it has none.</summary>
    public HandInManifest? Manifest { get; init; }

    /// <summary>Where it differs from its manifest, and what else is to be said of that: a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Reads a hand-in as grading does.</summary>
    /// <exception cref="BadInputException">There is nothing to grade in it.</exception>
    public static HandInReading Of(GradeRequest request, ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(catalog);
        var submission = SubmissionReader.Read(request.Path, request.Files, catalog, request.ExerciseIds);
        var said = submission.Exercises.SelectMany(e => e.Problems.Select(p => $"{p.File}\0{p.Message.En}").Concat(e.Remarks.Select(r => r.En)).Prepend(e.Exercise.Id));
        var reading = new HandInReading(
            submission.Hash,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said.Prepend(submission.Hash))))),
            [.. submission.Exercises.Select(e => e.Exercise.Id)],
            [.. submission.Exercises.SelectMany(e => e.Files.Concat(e.Own).Select(f => new HandInSource(e.Exercise.Id, f.Name, Encoding.UTF8.GetString(f.Bytes))))]);
        return WithManifest(reading, request, catalog);
    }

    // What the manifest says is told beside the mark; the mark is that of the files that lie there.
    private static HandInReading WithManifest(HandInReading reading, GradeRequest request, ExerciseCatalog catalog)
    {
        try
        {
            return Tree(request) is { } tree && ManifestCheck.Of(tree, catalog, SubmissionLimits.Default) is { } check
                ? reading with { Manifest = check.Manifest, Notes = [.. check.Faults, .. check.Notes] }
                : reading;
        }
        catch (BadInputException e)
        {
            return reading with { Notes = [e.Message] };
        }
    }

    private static UnpackingTree? Tree(GradeRequest request)
    {
        var limits = SubmissionLimits.Default;
        if (request.Files.Count > 0)
            return new UnpackingTree(new GatheredTree(request.Files), limits);
        if (Directory.Exists(request.Path))
            return new UnpackingTree(new FolderTree(Path.GetFullPath(request.Path)), limits);
        return FileNames.IsSource(request.Path) ? null : new UnpackingTree(SubmissionReader.Archive(request.Path, limits), limits);
    }
}

/// <summary>A student's source file.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Name">Its name in the exercise's folder.</param>
/// <param name="Text">What stands in it.</param>
public sealed record HandInSource(string Exercise, string Name, string Text);
