using ExerciseKit.Contract;
using ExerciseKit.Grading.Checking;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>What checks are called in each language: what is kept of a grading has their English titles alone.</summary>
internal static class CheckWords
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, IReadOnlyDictionary<string, LocalizedText>> Known = new();

    /// <summary>A check's title.</summary>
    public static LocalizedText TitleOf(string exercise, string check, string english) =>
        Known.GetOrAdd(exercise, id => CheckTitles.Of(id).ToDictionary(c => c.Id, c => c.Title)).TryGetValue(check, out var title) && title.En == english
            ? title
            : new LocalizedText(english, english);
}
