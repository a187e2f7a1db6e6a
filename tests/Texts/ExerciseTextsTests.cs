using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Tests.Session;

namespace ExerciseKit.Tests.Texts;

/// <summary>Walks every text of every exercise of this course.</summary>
public sealed partial class ExerciseTextsTests
{
    private static readonly int[] Seeds = [1, 2, 3];

    private static IEnumerable<string> Ids => CourseFolder.Whole.Exercises.Select(e => e.Id);

    [TestCaseSource(nameof(Ids))]
    public void Each_text_of_a_check_is_there_in_both_languages(string id)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var check in Seeds.SelectMany(seed => CheckCatalog.Drawn(id, seed)))
            {
                var names = check.All.SelectMany(c => c.Scenarios).SelectMany(s => Words().Matches(s.Arguments.Json).Select(m => m.Value)).ToHashSet();
                foreach (var text in TextsOf(check).Distinct())
                {
                    Assert.That(ChineseReading.IsIn(text.Zh), $"{check.Id} has no Chinese for \"{text.En}\".");
                    Assert.That(ChineseReading.EnglishIn(text.Zh, names), Is.Empty, text.Zh);
                    Assert.That(ChineseReading.IsIn(text.En), Is.False, text.En);
                }
            }
        }
    }

    [TestCaseSource(nameof(Ids))]
    public void Each_exercise_has_a_sheet_a_title_and_hints_in_both_languages(string id)
    {
        var exercise = CourseFolder.Whole.Find(id)!;

        Assert.That(File.Exists(Path.Combine(exercise.Folder, "README.md")));
        Assert.That(File.Exists(Path.Combine(exercise.Folder, "README.zh-CN.md")));
        Assert.That(exercise.Hints, Is.Not.Empty);
        Assert.That(exercise.Notes, Is.Not.Empty);
        foreach (var text in exercise.Hints.Concat(exercise.Notes).Append(exercise.Title))
        {
            Assert.That(ChineseReading.IsIn(text.Zh), text.En);
            Assert.That(ChineseReading.IsIn(text.En), Is.False, text.En);
        }
    }

    // The same check of each member of a family has its own scenarios and statements.
    private static IEnumerable<LocalizedText> TextsOf(Check check) =>
    [
        check.Title,
        .. check.Hint is { } hint ? (LocalizedText[])[hint] : [],
        .. check.All.SelectMany(c => c.Properties).Select(p => p.Statement),
        .. check.All.SelectMany(c => c.Scenarios).Select(s => s.Name),
    ];

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
