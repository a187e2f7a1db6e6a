using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Pages;

/// <summary>A page in which what others wrote is a block of data, and nothing runs, loads or is sent but what its policy names.</summary>
internal static class PageFrame
{
    private const string DataMark = "\u0001data\u0001";

    private static readonly JsonSerializerOptions Compact = new(ResultJson.Options) { WriteIndented = false };

    /// <summary>The page.</summary>
    /// <param name="script">Its modules as one.</param>
    /// <param name="more">What its policy allows beside its own script and style.</param>
    /// <param name="withoutScript">What is said where no script runs.</param>
    /// <param name="data">The block of data.</param>
    public static string Of(string script, string more, string withoutScript, JsonObject data) =>
        // Lines end the same way whatever checked this file out; what others wrote keeps its own.
        $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{{HashOf(script)}}'; style-src '{{HashOf(PageAssets.Style)}}'; {{more}}base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>ExerciseKit</title>
            <style>{{PageAssets.Style}}</style>
            </head>
            <body>
            <main id="report"></main>
            <noscript><p>{{withoutScript}}</p></noscript>
            <script type="application/json" id="data">{{DataMark}}</script>
            <script type="module">{{script}}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n").Replace(DataMark, AsText(data), StringComparison.Ordinal);

    // In JSON these stand in texts alone. Without them nothing in it ends the element or begins another.
    private static string AsText(JsonObject data) => data.ToJsonString(Compact)
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal);

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
