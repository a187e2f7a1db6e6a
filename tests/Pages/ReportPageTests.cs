using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;
using ExerciseKit.Pages;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Pages;

/// <summary>A result as a page of its own.</summary>
public sealed partial class ReportPageTests
{
    private const int MaxBytes = 400_000;

    [Test]
    public void Its_policy_lets_run_its_own_script_and_style_and_nothing_else()
    {
        var page = ReportPage.Of(SampleResults.Violation, HandInSources.None);

        var policy = Policy().Match(page).Groups[1].Value;
        var script = HashOf(Script().Match(page).Groups[1].Value);
        var style = HashOf(Style().Match(page).Groups[1].Value);
        Assert.That(policy, Is.EqualTo($"default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none'; form-action 'none'"));
        Assert.That(Regex.Count(page, "<script"), Is.EqualTo(2), "the data and the modules");
        Assert.That(page, Does.Not.Match(@"\son\w+="), "no handler stands in the markup");
        Assert.That(page, Does.Not.Match("(src|href)=\"?(https?:)?//"), "nothing is loaded");
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.All))]
    public void No_text_of_a_hand_in_becomes_markup(string hostile)
    {
        var page = ReportPage.Of(ResultWith(hostile), SourcesWith(hostile));

        var data = Data().Match(page).Groups[1].Value;
        Assert.That(data, Does.Not.Contain('<').And.Not.Contain('>').And.Not.Contain('&'));
        // All but the data is as it is with any other text.
        Assert.That(Data().Replace(page, ""), Is.EqualTo(Data().Replace(ReportPage.Of(ResultWith("tame"), SourcesWith("tame")), "")));
        var its = JsonNode.Parse(data)!;
        var check = its["result"]!["exercises"]![0]!["checks"]![1]!;
        Assert.That(check["message"]!["zh"]!.GetValue<string>(), Is.EqualTo(hostile));
        Assert.That(its["stories"]![(int)check["story"]!]!["timeline"]![0]!["operation"]!["en"]!.GetValue<string>(), Is.EqualTo(hostile));
        Assert.That(its["sources"]![0]!["segments"]![0]!["lines"]!.AsArray().Select(l => l!.GetValue<string>()).First(), Is.EqualTo(FirstLine(hostile)));
    }

    [Test]
    public void The_modules_are_one_script_in_the_order_of_what_they_import()
    {
        var script = Script().Match(ReportPage.Of(SampleResults.Passed, HandInSources.None)).Groups[1].Value;

        Assert.That(script, Does.Not.Match(@"(?m)^(import|export) "));
        Assert.That(script, Does.Not.Contain("innerHTML").And.Not.Contain("insertAdjacentHTML").And.Not.Contain("document.write").And.Not.Contain("eval("));
        // What two modules both call by one name would be one thing here.
        var names = Declared().Matches(script).Select(m => m.Groups[1].Value).ToList();
        Assert.That(names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);
        Assert.That(Assets().SelectMany(file => Renamed().Matches(File.ReadAllText(file))), Is.Empty, "an import that renames finds nothing");
    }

    [Test]
    public void Each_word_of_the_page_is_there_in_both_languages()
    {
        var words = File.ReadAllText(Path.Combine(AssetsFolder, "words.js"));
        var said = Assets().SelectMany(file => Said().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).Distinct();

        Assert.That(said.Where(word => !Regex.IsMatch(words, $@"(?m)^  {word}: \["".+"", "".*\p{{IsCJKUnifiedIdeographs}}|^  {word}: \[""[\d中…E]")), Is.Empty);
    }

    [Test]
    public void Only_the_lines_round_what_is_named_are_shown_of_a_long_file()
    {
        var text = string.Join('\n', Enumerable.Range(1, 5_000).Select(n => $"// line {n}"));
        var page = ReportPage.Of(SampleResults.Violation, new HandInSources(HandInState.Same, [new SourceText("07-ticket-sale", "TicketSale.cs", text)]));

        var segments = JsonNode.Parse(Data().Match(page).Groups[1].Value)!["sources"]![0]!["segments"]!.AsArray();
        Assert.That(segments.Sum(s => s!["lines"]!.AsArray().Count), Is.LessThan(100));
        Assert.That(segments[0]!["lines"]![31 - (int)segments[0]!["from"]!]!.GetValue<string>(), Is.EqualTo("// line 31"));
    }

    [Test]
    public void An_interleaving_that_breaks_two_checks_is_there_once()
    {
        var broken = SampleResults.Violation.Exercises[0].Checks[1];
        var twice = SampleResults.Violation with { Exercises = [SampleResults.Violation.Exercises[0] with { Checks = [broken, broken with { Id = "another" }] }] };

        var data = JsonNode.Parse(Data().Match(ReportPage.Of(twice, HandInSources.None)).Groups[1].Value)!;

        Assert.That(data["stories"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(data["result"]!["exercises"]![0]!["checks"]!.AsArray().Select(c => (int)c!["story"]!), Is.EqualTo([0, 0]));
    }

    [Test]
    public void Of_a_hand_in_that_has_changed_no_line_is_there_to_be_marked()
    {
        var data = JsonNode.Parse(Data().Match(ReportPage.Of(SampleResults.Violation, HandInSources.Changed)).Groups[1].Value)!;

        Assert.That(data["handIn"]!.GetValue<string>(), Is.EqualTo("changed"));
        Assert.That(data["sources"]!.AsArray(), Is.Empty);
    }

    [TestCase(Language.English, "en")]
    [TestCase(Language.Chinese, "zh")]
    [TestCase(null, null)]
    public void It_opens_in_the_language_that_was_asked_for(Language? language, string? named) =>
        Assert.That(JsonNode.Parse(Data().Match(ReportPage.Of(SampleResults.Passed, HandInSources.None, language)).Groups[1].Value)!["language"]?.GetValue<string>(), Is.EqualTo(named));

    [Test]
    public void The_page_by_itself_is_light() => Assert.That(Encoding.UTF8.GetByteCount(ReportPage.Of(SampleResults.Passed, HandInSources.None)), Is.LessThan(90_000));

    [Test, Category("Slow"), CancelAfter(900_000)]
    public async Task A_page_of_a_whole_course_with_a_wrong_answer_to_each_exercise_weighs_400_kB_at_most()
    {
        using var folder = new TemporaryFolder();
        foreach (var solution in Directory.GetDirectories(Path.Combine(Repository.Root, "solutions")))
        {
            var id = Path.GetFileName(solution);
            var file = Path.GetFileName(Directory.GetFiles(solution, "*.cs").Single());
            folder.Write($"{id}/{file}", File.ReadAllText(Directory.GetFiles(Path.Combine(solution, "mutants"), "*.cs").Order(StringComparer.Ordinal).First()));
        }

        var result = await Repository.Grader.GradeAsync(new GradeRequest(folder.Path, []), null, TestContext.CurrentContext.CancellationToken);
        var sources = result.Exercises.Select(e => Directory.GetFiles(Path.Combine(folder.Path, e.Id)).Single() is var file ? new SourceText(e.Id, Path.GetFileName(file), File.ReadAllText(file)) : null!);

        var page = ReportPage.Of(result, new HandInSources(HandInState.Same, [.. sources]));

        await TestContext.Out.WriteLineAsync($"{Encoding.UTF8.GetByteCount(page):N0} bytes, {result.Exercises.Sum(e => e.Checks.Count(c => c.Timeline.Count > 0))} timelines, {result.Exercises.Sum(e => e.Checks.Sum(c => c.Timeline.Count))} steps");
        Assert.That(Encoding.UTF8.GetByteCount(page), Is.LessThan(MaxBytes));
    }

    /// <summary>A result with that text wherever a hand-in can put one.</summary>
    internal static GradeResult ResultWith(string text)
    {
        var exercise = SampleResults.Violation.Exercises[0];
        var check = exercise.Checks[1];
        var process = new CastProcess("0", text, null, new NextStep(text, "file:x", new CallSite("TicketSale.cs", 1), new StepWait(1, ["0", text])));
        var thing = new CastObject("file:x", ObjectKind.File, new LocalizedText(text, text), null, null, new ObjectView("file:x") { Text = text });
        var queue = new CastObject("0~0", ObjectKind.Queue, new LocalizedText("queue 1", text), null, null, new ObjectView("0~0") { Items = [text, text] });
        return SampleResults.Violation with
        {
            Exercises =
            [
                exercise with
                {
                    Output = new ProgramOutput(text, text, 3),
                    Remarks = [text],
                    Checks =
                    [
                        exercise.Checks[0],
                        check with
                        {
                            Title = text,
                            Message = text,
                            Hint = text,
                            Scenario = text,
                            Bound = text,
                            Verdict = Verdict.Deadlock,
                            Cycle = [text],
                            Between = new Between(BetweenKind.Interrupted, text, new CallSite("TicketSale.cs", 1), new CallSite("TicketSale.cs", 2), text, new CallSite(text, 3)) { Does = text, FirstStep = 1, SecondStep = 3, OtherStep = 2 },
                            Cast = new Cast([process, new CastProcess("0.0", text, "0", null)], [thing, queue]),
                            Timeline =
                            [
                                new(1, text, text, text, new CallSite("TicketSale.cs", 1), 0) { Process = "0", Object = "file:x", Changes = [new ObjectView("file:x") { Text = text }] },
                                new(2, text, text, text, new CallSite(text, 2), 0) { Process = "0.0", Object = "0~0", Edges = [new StepEdge(1, EdgeKind.Item)], Changes = [new ObjectView("0~0") { Items = [text] }] },
                                new(3, text, text, text, new CallSite("TicketSale.cs", 2), 0) { Process = "0", Wait = new StepWait(1, ["0.0"]) },
                            ],
                        },
                    ],
                },
            ],
        };
    }

    internal static HandInSources SourcesWith(string text) => new(HandInState.Same, [new SourceText("07-ticket-sale", "TicketSale.cs", $"{text}\nsecond line\n{text}")]);

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0] is { Length: > 240 } line ? line[..240] + "…" : text.ReplaceLineEndings("\n").Split('\n')[0];

    private static string AssetsFolder => Path.Combine(Repository.Root, "grader", "Pages", "assets");

    private static string[] Assets() => Directory.GetFiles(AssetsFolder, "*.js");

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<script type=\"module\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex(@"^(?:const|let|function) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^import .* as .*$", RegexOptions.Multiline)]
    private static partial Regex Renamed();

    [GeneratedRegex(@"\bword\(""(\w+)""")]
    private static partial Regex Said();
}
