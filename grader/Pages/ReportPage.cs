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
    private static readonly JsonSerializerOptions Compact = new(ResultJson.Options) { WriteIndented = false };

    /// <summary>The page.</summary>
    /// <param name="result">The result.</param>
    /// <param name="handIn">The hand-in that it is of.</param>
    /// <param name="language">The language in which it opens; null for the reader's.</param>
    public static string Of(GradeResult result, HandInSources handIn, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(handIn);
        return PageFrame.Of(
            PageAssets.Script,
            "",
            "This page shows a result step by step, and needs scripts for it. kit report RESULT --format markdown gives it as text. 本页需要脚本。",
            DataOf(result, handIn, language));
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
}
