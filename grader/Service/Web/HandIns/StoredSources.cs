using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Pages;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>Reads a hand-in's source files out of the file that was handed in.</summary>
internal static class StoredSources
{
    /// <summary>The files, and the hash that a result of them has; none where they can't be read.</summary>
    public static async Task<HandInFiles> ReadAsync(ServiceContext context, HandInRow handIn, ExerciseCatalog catalog, CancellationToken cancellation)
    {
        if (await context.HandInFiles.AsNoTracking().SingleOrDefaultAsync(f => f.HandInId == handIn.Id, cancellation).ConfigureAwait(false) is not { } stored)
            return new HandInFiles("", []);
        var folder = Directory.CreateTempSubdirectory("exercisekit-stored-");
        try
        {
            var path = Path.Combine(folder.FullName, Path.GetFileName(handIn.FileName));
            await File.WriteAllBytesAsync(path, stored.Content, cancellation).ConfigureAwait(false);
            return HandInFiles.Read(path, catalog, handIn.Exercises);
        }
        catch (BadInputException)
        {
            // Its result says why.
            return new HandInFiles("", []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The same for a report: only where it is what was graded.</summary>
    public static HandInSources For(string submissionHash, HandInFiles files) => files.Hash == submissionHash
        ? new HandInSources(HandInState.Same, [.. files.Files.Select(f => new SourceText(f.Exercise, f.Name, f.Text))])
        : HandInSources.None;
}
