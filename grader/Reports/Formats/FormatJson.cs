using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace ExerciseKit.Reports.Formats;

/// <summary>JSON for other systems. What could end a script or open a tag is escaped, for some of them put it into a page as it is.</summary>
internal static class FormatJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(JsonNode node) => node.ToJsonString(Options) + "\n";
}
