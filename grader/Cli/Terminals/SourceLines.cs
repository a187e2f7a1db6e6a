using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Session;

namespace ExerciseKit.Cli.Terminals;

/// <summary>The lines of a student's files, to be shown.</summary>
internal static class SourceLines
{
    /// <summary>The line at a place; null where there is none, or where it can't be read.</summary>
    public static string? Of(Workplace place, Exercise exercise, CallSite site)
    {
        try
        {
            var file = Path.Combine(place.Student.Of(exercise), site.File);
            return File.Exists(file) ? File.ReadLines(file).ElementAtOrDefault(site.Line - 1) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
