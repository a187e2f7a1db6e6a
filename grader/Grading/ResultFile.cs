using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading;

/// <summary>Writes results so that at any moment the file holds one whole result or none.</summary>
internal static class ResultFile
{
    /// <summary>Replaces the file in one step.</summary>
    /// <exception cref="BadInputException">It can't be written there.</exception>
    /// <exception cref="GraderFaultException">The disk is full, or fails; the result before, if any, is still there.</exception>
    public static void Write(string path, GradeResult result)
    {
        var aside = path + ".part";
        try
        {
            File.WriteAllText(aside, ResultJson.Write(result));
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new BadInputException($"The result can't be written to {path}: {e.Message} Name a file in a folder that exists and is yours with --out.");
        }
        catch (IOException e)
        {
            TryDelete(aside);
            throw new GraderFaultException($"The result can't be written to {path}: {e.Message} Make room there, or name a file elsewhere with --out.", e);
        }
    }

    private static void TryDelete(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk fails altogether, which is told already.
        }
    }
}
