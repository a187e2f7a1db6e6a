using System.IO.Compression;
using System.Security.Cryptography;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions;

namespace ExerciseKit.Grading.Packing;

/// <summary>Packs what a student wrote, and nothing else, into one zip to hand in.</summary>
/// <param name="catalog">The exercises.</param>
public sealed class HandInPacker(ExerciseCatalog catalog)
{
    // A zip has a time for each entry; one that is always the same leaves the bytes the same.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A plain file that everybody may read, whatever system packs it.
    private const int FileAttributes = 0x81A4 << 16;

    /// <summary>Packs.</summary>
    /// <param name="exercisesFolder">The folder of exercise folders that the student works in.</param>
    /// <param name="ids">The exercises; empty for those whose stub was changed.</param>
    /// <param name="student">Who hands in; null for nobody's name.</param>
    /// <param name="verdictOf">How an exercise came out when it was last checked.</param>
    /// <param name="now">The time that the manifest names.</param>
    /// <exception cref="BadInputException">A file is missing, or nothing was changed.</exception>
    public PackedBytes Pack(string exercisesFolder, IReadOnlyList<string> ids, string? student, Func<Exercise, OwnVerdict> verdictOf, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(verdictOf);
        var submission = SubmissionReader.Read(exercisesFolder, catalog, ids);
        var exercises = submission.Exercises.Where(e => ids.Count > 0 || (e.CanCompile && !IsStub(e))).ToList();
        if (exercises.SelectMany(e => e.Problems).ToList() is { Count: > 0 } problems)
            throw new BadInputException((
                $"Nothing was packed. {string.Join(' ', problems.Select(p => p.Message.En))}",
                $"什么也没有打包。{string.Concat(problems.Select(p => p.Message.Zh))}"));
        if (exercises.Count == 0)
            throw new BadInputException(($"Nothing was packed: every exercise in {exercisesFolder} is still its stub. Write one first, or name the exercises to hand in.", $"什么也没有打包：{exercisesFolder} 里的练习都还是最初的框架。请先写一个，或者指定要提交的练习。"));
        var files = exercises
            .SelectMany(e => e.Files.Concat(e.Own).Select(f => (Path: $"{KitRoot.ExercisesFolder}/{e.Exercise.Id}/{f.Name}", f.Bytes)))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ToList();
        var manifest = new HandInManifest(
            Grader.KitVersion,
            student,
            now,
            exercises.Select(e => new PackedExercise(e.Exercise.Id, verdictOf(e.Exercise))).ToEquatableArray(),
            files.Select(f => new PackedFile(f.Path, Convert.ToHexStringLower(SHA256.HashData(f.Bytes)))).ToEquatableArray());
        return new PackedBytes(manifest, Zip(files.Prepend((HandInManifest.FileName, ManifestJson.Write(manifest)))), [.. exercises.SelectMany(e => e.Remarks.Select(r => r.Select(said => $"{e.Exercise.Id}: {said}")))]);
    }

    private static bool IsStub(SubmittedExercise handIn) =>
        handIn.Own.Count == 0 && handIn.Files.All(f => Path.Combine(handIn.Exercise.Folder, f.Name) is var stub && File.Exists(stub) && SameText(File.ReadAllBytes(stub), f.Bytes));

    // Line ends are the editor's and the repository's.
    private static bool SameText(byte[] one, byte[] other) => one.Where(b => b != '\r').SequenceEqual(other.Where(b => b != '\r'));

    // Stored, not compressed: what compression gives may change with the runtime, and sources are small.
    private static byte[] Zip(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
                (entry.LastWriteTime, entry.ExternalAttributes) = (NoTime, FileAttributes);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>A hand-in as it was packed.</summary>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Zip">The archive.</param>
/// <param name="Remarks">What was taken otherwise than it lay there, a sentence each.</param>
public sealed record PackedBytes(HandInManifest Manifest, byte[] Zip, IReadOnlyList<LocalizedText> Remarks);
