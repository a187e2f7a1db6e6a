using System.Text.Json;
using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Pages;

/// <summary>The page to play on: the report's, with what can be chosen; it asks the server that gave it for each state.</summary>
public static class PlayPage
{
    private static readonly JsonSerializerOptions Compact = new(ResultJson.Options) { WriteIndented = false };

    /// <summary>The page.</summary>
    /// <param name="exercise">The exercise's id.</param>
    /// <param name="files">The hand-in's files.</param>
    /// <param name="language">The language in which it opens; null for the reader's.</param>
    public static string Of(string exercise, IReadOnlyList<SourceText> files, Language? language) => PageFrame.Of(
        PageAssets.PlayScript,
        // To the server that gave it, and nowhere else.
        "connect-src 'self'; ",
        "To play needs scripts. kit play ID --json plays without a browser. 本页需要脚本。",
        new JsonObject
        {
            ["language"] = language switch { Language.Chinese => "zh", Language.English => "en", _ => null },
            ["exercise"] = exercise,
            ["handIn"] = "same",
            ["sources"] = JsonSerializer.SerializeToNode(files.Select(SourceExcerpt.Whole), Compact),
        });
}
