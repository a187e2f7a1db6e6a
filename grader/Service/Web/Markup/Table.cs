namespace ExerciseKit.Service.Web.Markup;

/// <summary>Tables and forms, the same on all pages.</summary>
internal static class Table
{
    /// <summary>A table that a narrow window can push to the side.</summary>
    /// <param name="caption">What it is of.</param>
    /// <param name="heads">The columns' heads; one that begins with "#" is of numbers.</param>
    /// <param name="rows">The cells; the first of each is the row's head.</param>
    public static Html Of(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Html>> rows) => Html.Of($"""
        <div class="wide" role="region" tabindex="0" aria-label="{caption}">
        <table>
        <caption class="hidden">{caption}</caption>
        <thead><tr>{heads.Select(h => Html.Of($"<th scope=\"col\"{ClassOf(h)}>{h.TrimStart('#')}</th>"))}</tr></thead>
        <tbody>
        {rows.Select(row => Html.Of($"<tr>{row.Select((cell, i) => i == 0 ? Html.Of($"<th scope=\"row\"{ClassOf(heads[i])}>{cell}</th>") : Html.Of($"<td{ClassOf(heads[i])}>{cell}</td>"))}</tr>\n"))}
        </tbody>
        </table>
        </div>
        """);

    /// <summary>A text as a cell.</summary>
    public static Html Cell(string? text) => Html.Of($"{text}");

    /// <summary>A labelled field.</summary>
    public static Html Field(string label, string name, Html input) => Html.Of($"<p class=\"field\"><label for=\"{name}\">{label}</label>{input}</p>");

    /// <summary>The field for why something is done.</summary>
    public static Html Reason(Page page, string id) => Field(page.Say("Why (it is written down)", "原因（会记录下来）"), id, Html.Of($"<input id=\"{id}\" name=\"why\" required maxlength=\"1000\">"));

    private static Html ClassOf(string head) => head.StartsWith('#') ? Html.Of($" class=\"n\"") : Html.None;
}
