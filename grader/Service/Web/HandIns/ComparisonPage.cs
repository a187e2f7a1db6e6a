using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Service.Web.Markup;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>Two hand-ins of one student side by side: what came out otherwise, and which lines changed.</summary>
internal sealed class ComparisonPage(Page page, (FoundHandIn Found, HandInRecord? Record, HandInFiles Files) before, (FoundHandIn Found, HandInRecord? Record, HandInFiles Files) after)
{
    private const int Around = 3;

    public Html Body => Html.Of($"""
        <p>{page.Time(before.Found.Row.ReceivedAt)} → <a href="/hand-ins/{after.Found.Row.Id}">{page.Time(after.Found.Row.ReceivedAt)}</a></p>
        {Checks}
        <h2>{page.Say("What changed in the code", "代码的改动")}</h2>
        {Files}
        """);

    private Html Checks => Table.Of(
        page.Say("The checks, before and after", "检查项前后对比"),
        [page.Say("Check", "检查项"), page.Say("Before", "之前"), page.Say("After", "之后"), "#" + page.Say("Points", "得分")],
        Pairs.Select(p => (IReadOnlyList<Html>)[Html.Of($"<span class=\"quiet\">{p.Exercise}</span> {page.Say((p.After ?? p.Before)!.Title)}"), Verdict(p.Before), Verdict(p.After), Html.Of($"{p.Before?.Points ?? 0} → {p.After?.Points ?? 0}")]));

    private IEnumerable<(string Exercise, CheckLine? Before, CheckLine? After)> Pairs
    {
        get
        {
            var (one, other) = (ChecksOf(before.Record), ChecksOf(after.Record));
            return one.Keys.Concat(other.Keys).Distinct().OrderBy(k => k.Exercise, StringComparer.Ordinal).Select(k => (
                k.Exercise,
                one.TryGetValue(k, out var b) ? before.Found.Sight.LineOf(k.Exercise, b) : null,
                other.TryGetValue(k, out var a) ? after.Found.Sight.LineOf(k.Exercise, a) : null));
        }
    }

    private Html Files
    {
        get
        {
            var keys = before.Files.Files.Concat(after.Files.Files).Select(f => (f.Exercise, f.Name)).Distinct().ToList();
            var parts = keys.Select(k => File(k.Exercise, k.Name, TextOf(before.Files, k), TextOf(after.Files, k))).OfType<Html>().ToList();
            return parts.Count == 0 ? Html.Of($"<p>{page.Say("Nothing.", "没有改动。")}</p>") : Html.Join(parts);
        }
    }

    private static Html? File(string exercise, string name, string one, string other)
    {
        var lines = InlineDiffBuilder.Diff(one, other, ignoreWhiteSpace: false).Lines;
        var changed = Enumerable.Range(0, lines.Count).Where(i => lines[i].Type != ChangeType.Unchanged).ToList();
        if (changed.Count == 0)
            return null;
        var shown = changed.SelectMany(i => Enumerable.Range(i - Around, (2 * Around) + 1)).Where(i => i >= 0 && i < lines.Count).Distinct().Order().ToList();
        return Html.Of($"<h3>{exercise}/{name}</h3><pre class=\"diff\" tabindex=\"0\">{shown.Select((i, n) => Html.Of($"{(n > 0 && shown[n - 1] < i - 1 ? Html.Of($"<span class=\"quiet\">…</span>\n") : Html.None)}{Line(lines[i])}"))}</pre>");
    }

    private static Html Line(DiffPiece line) => line.Type switch
    {
        ChangeType.Inserted => Html.Of($"<ins>+ {line.Text}</ins>\n"),
        ChangeType.Deleted => Html.Of($"<del>- {line.Text}</del>\n"),
        _ => Html.Of($"  {line.Text}\n"),
    };

    private Html Verdict(CheckLine? check) => check is null ? Html.Of($"<span class=\"quiet\">–</span>")
        : Html.Of($"<span class=\"{(check.Status is { } status ? status == CheckStatus.Passed ? "badge good" : "badge bad" : "quiet")}\">{page.Say(check.Verdict)}</span>");

    private static Dictionary<(string Exercise, string Id), CheckMark> ChecksOf(HandInRecord? record) =>
        (record?.Exercises ?? []).SelectMany(e => e.Checks.Select(c => (Key: (e.Id, c.Id), c))).ToDictionary(c => c.Key, c => c.c);

    private static string TextOf(HandInFiles files, (string Exercise, string Name) key) => files.Files.FirstOrDefault(f => (f.Exercise, f.Name) == key)?.Text ?? "";
}
