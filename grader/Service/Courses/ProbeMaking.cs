using System.IO.Compression;
using ExerciseKit.Exercises;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Courses;

/// <summary>Makes the hand-in that workers are tried by: the course's own solution where there is one, as with teachers; else the stub, which must fail.</summary>
internal static class ProbeMaking
{
    private const string SolutionsFolder = "solutions";

    // So that the same course gives the same bytes.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ProbeRow Of(ExerciseCatalog catalog, string exercise, string kit)
    {
        var its = catalog.Find(exercise)!;
        var solution = Path.Combine(catalog.Root, SolutionsFolder, its.Id);
        var isSolution = its.Files.All(f => File.Exists(Path.Combine(solution, f)));
        var folder = isSolution ? solution : its.Folder;
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in its.Files)
            {
                var entry = zip.CreateEntry($"{its.Id}/{file}", CompressionLevel.NoCompression);
                entry.LastWriteTime = NoTime;
                using var stream = entry.Open();
                stream.Write(File.ReadAllBytes(Path.Combine(folder, file)));
            }
        }

        return new ProbeRow { Kit = kit, Exercise = its.Id, Content = bytes.ToArray(), IsSolution = isSolution };
    }
}
