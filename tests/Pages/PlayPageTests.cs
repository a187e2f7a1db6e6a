using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExerciseKit.Pages;

namespace ExerciseKit.Tests.Pages;

/// <summary>The page to play on.</summary>
public sealed partial class PlayPageTests
{
    [Test]
    public void Its_policy_lets_it_ask_its_own_server_and_nothing_else()
    {
        var page = Page("a text");

        var script = HashOf(Script().Match(page).Groups[1].Value);
        var style = HashOf(Style().Match(page).Groups[1].Value);
        Assert.That(Policy().Match(page).Groups[1].Value, Is.EqualTo($"default-src 'none'; script-src '{script}'; style-src '{style}'; connect-src 'self'; base-uri 'none'; form-action 'none'"));
        Assert.That(page, Does.Not.Match(@"\son\w+="), "no handler stands in the markup");
        Assert.That(page, Does.Not.Match("(src|href)=\"?(https?:)?//"), "nothing is loaded");
    }

    [Test]
    public void Its_modules_are_one_script_in_which_no_name_is_there_twice()
    {
        var script = Script().Match(Page("a text")).Groups[1].Value;

        Assert.That(script, Does.Not.Match(@"(?m)^(import|export) "));
        Assert.That(script, Does.Not.Contain("innerHTML").And.Not.Contain("insertAdjacentHTML").And.Not.Contain("document.write").And.Not.Contain("eval("));
        Assert.That(Declared().Matches(script).Select(m => m.Groups[1].Value).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.All))]
    public void No_text_of_a_hand_in_becomes_markup(string hostile)
    {
        var page = Page(hostile);

        var data = Data().Match(page).Groups[1].Value;
        Assert.That(data, Does.Not.Contain('<').And.Not.Contain('>').And.Not.Contain('&'));
        Assert.That(Data().Replace(page, ""), Is.EqualTo(Data().Replace(Page("tame"), "")));
        Assert.That(JsonNode.Parse(data)!["sources"]![0]!["file"]!.GetValue<string>(), Is.EqualTo(hostile));
    }

    private static string Page(string text) => PlayPage.Of("07-ticket-sale", [new SourceText("07-ticket-sale", text, $"{text}\nsecond line")], language: null);

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<script type=\"module\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex(@"^(?:const|let|(?:async )?function) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
