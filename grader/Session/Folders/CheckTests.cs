using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Checking;

namespace ExerciseKit.Session.Folders;

/// <summary>The source that lists each check as a test, a class for each exercise.</summary>
internal static class CheckTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="course">The exercises.</param>
    /// <param name="language">In which the tests are named.</param>
    public static string Of(ExerciseCatalog course, Language language)
    {
        var text = new StringBuilder("// Written by kit, and renewed by `kit update`: the checks of each exercise.\nusing NUnit.Framework;\n");
        foreach (var exercise in course.Exercises)
        {
            var checks = CheckTitles.Of(exercise.Id);
            if (checks.Count == 0)
                continue;
            text.Append($"\n[Category({Quoted(exercise.Id)})]\npublic sealed class _{exercise.Id.Replace('-', '_')}\n{{\n");
            foreach (var (id, title) in checks)
                text.Append($"    [TestCase({Quoted(id)}, TestName = {Quoted(title.In(language))})]\n");
            text.Append($"    public void Check(string check) => Kit.Check({Quoted(exercise.Id)}, check);\n}}\n");
        }

        return text.ToString();
    }

    // A text of JSON is one of C#, too.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);
}
