using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ExerciseKit.Classes.Pages;

/// <summary>A static page: no scripts, nothing loaded from anywhere; whatever others wrote is text in it.</summary>
public sealed class Html
{
    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a;background:#fff}
        table{border-collapse:collapse;margin:.5rem 0 1.5rem}th,td{border-bottom:1px solid #ccc;padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
        .bad{color:#a40000}.good{color:#0a6b0a}.quiet{color:#595959}pre{white-space:pre-wrap;background:#f5f5f5;padding:.5rem;overflow-wrap:anywhere}
        td{overflow-wrap:anywhere}svg text{font:12px system-ui,sans-serif;fill:currentColor}rect{fill:#36659a}
        @media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}th,td{border-color:#444}.bad{color:#ff8a80}.good{color:#81c784}.quiet{color:#a8a8a8}pre{background:#222}a{color:#8ab4f8}rect{fill:#8ab4f8}}
        """;

    private readonly StringBuilder text = new();

    /// <summary>Begins a page.</summary>
    /// <param name="title">Its title, as text.</param>
    public Html(string title)
    {
        var styles = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
        text.Append($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{styles}'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Of(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>{Of(title)}</h1>

            """.ReplaceLineEndings("\n"));
    }

    /// <summary>A text as HTML; characters that do not show, or turn others round, are shown by what stands for them.</summary>
    public static string Of(string text) => WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Select(Shown)));

    /// <summary>Adds what is HTML already.</summary>
    public Html Add(string html)
    {
        text.Append(html).Append('\n');
        return this;
    }

    /// <summary>Adds a heading.</summary>
    public Html Heading(string title) => Add($"<h2>{Of(title)}</h2>");

    /// <summary>Adds a text.</summary>
    public Html Paragraph(string said) => Add($"<p>{Of(said)}</p>");

    /// <summary>Adds a table.</summary>
    /// <param name="heads">The columns' heads; one that begins with "#" is of numbers.</param>
    /// <param name="rows">The cells, HTML already.</param>
    public Html Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        Add($"<table>\n<tr>{string.Concat(heads.Select(h => $"<th{ClassOf(h)}>{Of(h.TrimStart('#'))}</th>"))}</tr>");
        foreach (var row in rows)
            Add($"<tr>{string.Concat(row.Select((cell, i) => $"<td{ClassOf(heads[i])}>{cell}</td>"))}</tr>");
        return Add("</table>");
    }

    public override string ToString() => text + "</body>\n</html>\n";

    private static string ClassOf(string head) => head.StartsWith('#') ? " class=\"n\"" : "";

    private static string Shown(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => rune.ToString(),
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7F => "\u2421",
        _ when Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control => $"\\u{rune.Value:X4}",
        _ => rune.ToString(),
    };
}
