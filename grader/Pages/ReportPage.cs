using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Pages;

/// <summary>A result as one page that needs nothing besides: no server, no network.</summary>
/// <remarks>
/// The result is in it as a block of data, which scripts of the page's own turn into elements; what others wrote never
/// becomes markup. The page's policy lets nothing run, load or be sent but these scripts and this style, which it names by hash.
/// </remarks>
public static class ReportPage
{
    private const string DataMark = "\u0001data\u0001";

    private static readonly JsonSerializerOptions Compact = new(ResultJson.Options) { WriteIndented = false };

    /// <summary>The page.</summary>
    /// <param name="result">The result.</param>
    /// <param name="handIn">The hand-in that it is of.</param>
    /// <param name="language">The language in which it opens; null for the reader's.</param>
    public static string Of(GradeResult result, HandInSources handIn, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(handIn);
        // Lines end the same way whatever checked this file out; what others wrote keeps its own.
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{{HashOf(PageAssets.Script)}}'; style-src '{{HashOf(PageAssets.Style)}}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>ExerciseKit</title>
            <style>{{PageAssets.Style}}</style>
            </head>
            <body>
            <main id="report"></main>
            <noscript><p>This page shows a result step by step, and needs scripts for it. kit report RESULT --format markdown gives it as text. 本页需要脚本。</p></noscript>
            <script type="application/json" id="data">{{DataMark}}</script>
            <script type="module">{{PageAssets.Script}}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n").Replace(DataMark, AsText(DataOf(result, handIn, language)), StringComparison.Ordinal);
    }

    private static JsonObject DataOf(GradeResult result, HandInSources handIn, Language? language)
    {
        var its = (JsonObject)JsonSerializer.SerializeToNode(result, Compact)!;
        // What no part of the page shows.
        foreach (var name in (string[])["timing", "sandbox", "notes", "budget", "seed"])
            its.Remove(name);
        return new JsonObject
        {
            ["language"] = language switch { Language.Chinese => "zh", Language.English => "en", _ => null },
            ["handIn"] = JsonNamingPolicy.KebabCaseLower.ConvertName(handIn.State.ToString()),
            ["sources"] = JsonSerializer.SerializeToNode(handIn.State == HandInState.Same ? SourceExcerpt.Of(result, handIn.Files) : [], Compact),
            ["stories"] = TakeStories(its),
            ["result"] = its,
        };
    }

    /// <summary>Takes the timelines out, each with its cast; several checks often have one, and it is written once.</summary>
    private static JsonArray TakeStories(JsonObject result)
    {
        var stories = new JsonArray();
        var places = new Dictionary<string, int>();
        foreach (var check in result["exercises"]!.AsArray().SelectMany(e => e!["checks"]!.AsArray()).Cast<JsonObject>())
        {
            check.Remove("replay");
            var (timeline, cast) = (check["timeline"], check["cast"]);
            check.Remove("timeline");
            check.Remove("cast");
            if (timeline is not JsonArray { Count: > 0 })
                continue;
            var story = new JsonObject { ["timeline"] = timeline, ["cast"] = cast };
            var text = story.ToJsonString(Compact);
            if (!places.TryGetValue(text, out var place))
            {
                places[text] = place = stories.Count;
                stories.Add(story);
            }

            check["story"] = place;
        }

        return stories;
    }

    // In JSON these stand in texts alone. Without them nothing in it ends the element or begins another.
    private static string AsText(JsonObject data) => data.ToJsonString(Compact)
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal);

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
