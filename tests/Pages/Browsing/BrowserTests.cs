using Deque.AxeCore.Playwright;
using ExerciseKit.Contract;
using ExerciseKit.Grading;
using ExerciseKit.Pages;
using ExerciseKit.Tests.Reports;
using Microsoft.Playwright;

namespace ExerciseKit.Tests.Pages.Browsing;

/// <summary>The page, looked at in a browser. <c>dotnet test -p:Browser=true --filter TestCategory=Browser</c></summary>
[Category("Browser"), CancelAfter(120_000), NonParallelizable]
public sealed class BrowserTests
{
    private Chromium chromium = null!;
    private TemporaryFolder folder = null!;
    private string oversell = null!;
    private string deadlock = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        chromium = await Chromium.StartAsync();
        folder = new TemporaryFolder();
        oversell = await PageOfAsync("07-ticket-sale/mutants/no-lock.cs");
        deadlock = await PageOfAsync("19-deadlock/mutants/from-first.cs");
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await chromium.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task It_opens_where_the_steps_collide_and_goes_forward_and_back_by_button_key_and_slider()
    {
        var page = await chromium.OpenAsync(oversell);
        var now = page.Locator(".now-text").First;

        await Expect(now).ToContainTextAsync("Step 31 of 32");
        await page.GetByLabel("Back").First.ClickAsync();
        await Expect(now).ToContainTextAsync("Step 30 of 32");
        await page.Locator(".track").First.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(now).ToContainTextAsync("Step 1 of 32");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(now).ToContainTextAsync("Step 2 of 32");
        await page.GetByLabel("Step", new() { Exact = true }).First.FillAsync("12");
        await Expect(now).ToContainTextAsync("Step 12 of 32");
        await page.Locator(".step", new() { HasText = "cem bought a ticket" }).First.ClickAsync();
        await Expect(now).ToContainTextAsync("Step 22 of 32");
        Assert.That(page.Url, Does.EndWith("#07-ticket-sale/no-oversell/22"));
        Assert.That(chromium.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_link_opens_a_check_at_a_step()
    {
        var page = await chromium.OpenAsync(oversell, "#07-ticket-sale/plenty/7");

        await Expect(page.Locator("[id='07-ticket-sale/plenty'] .now-text")).ToContainTextAsync("Step 7 of 25");
    }

    [Test]
    public async Task The_objects_and_the_lines_of_the_code_follow_the_step()
    {
        var page = await chromium.OpenAsync(oversell, "#07-ticket-sale/no-oversell/4");
        var story = page.Locator("[id='07-ticket-sale/no-oversell']");
        await Expect(story.Locator(".object")).ToContainTextAsync("""{"tickets": 2}""");
        await Expect(story.Locator(".row.does code")).ToContainTextAsync("TicketFile.Read(database)");
        await Expect(story.Locator(".row.waits code")).ToContainTextAsync("buyer.Join()");

        await page.Locator(".track").First.FocusAsync();
        await page.Keyboard.PressAsync("End");

        await Expect(story.Locator(".object").First).ToContainTextAsync("""{"tickets": 1}""");
    }

    [Test]
    public async Task A_deadlock_shows_who_holds_what_and_who_wants_it()
    {
        var page = await chromium.OpenAsync(deadlock);

        await Expect(page.Locator(".object.lock").First).ToContainTextAsync("held by Process-1 (Transfer)");
        await Expect(page.Locator(".object.lock").First).ToContainTextAsync("wanted by Process-2 (Transfer)");
        await Expect(page.Locator(".step.end")).ToHaveCountAsync(3);
    }

    [Test]
    public async Task It_speaks_both_languages()
    {
        var page = await chromium.OpenAsync(oversell);

        await page.GetByText("中文").ClickAsync();

        await Expect(page.Locator(".now-text").First).ToContainTextAsync("第 31 步，共 32 步");
        Assert.That(await page.EvaluateAsync<string>("document.documentElement.lang"), Is.EqualTo("zh-Hans"));
        await page.GetByText("English").ClickAsync();
        await Expect(page.Locator(".now-text").First).ToContainTextAsync("Step 31 of 32");
    }

    [Test]
    public async Task A_result_of_an_older_kit_is_shown_with_what_it_has()
    {
        var page = await chromium.OpenAsync(Write("older.html", ReportPage.Of(SampleResults.Violation, HandInSources.None, Language.English)));

        await Expect(page.Locator(".now-text").First).ToContainTextAsync("Step 8 of 8");
        await Expect(page.Locator(".code")).ToContainTextAsync("Name the hand-in with --hand-in");
        Assert.That(await page.Locator(".lanes .node").CountAsync(), Is.EqualTo(8));
        Assert.That(chromium.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_hand_in_that_has_changed_is_told_and_no_line_is_marked()
    {
        var page = await chromium.OpenAsync(Write("changed.html", ReportPage.Of(SampleResults.Violation, HandInSources.Changed, Language.English)));

        await Expect(page.Locator(".code").First).ToContainTextAsync("has changed since it was graded");
        Assert.That(await page.Locator(".row").CountAsync(), Is.Zero);
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.All))]
    public async Task No_text_of_a_hand_in_runs_or_breaks_the_page(string hostile)
    {
        var page = await chromium.OpenAsync(Write("hostile.html", ReportPage.Of(ReportPageTests.ResultWith(hostile), ReportPageTests.SourcesWith(hostile), Language.English)), width: 360);
        await page.Locator(".track").First.FocusAsync();
        foreach (var key in (string[])["Home", "ArrowDown", "ArrowDown", "End"])
            await page.Keyboard.PressAsync(key);
        await page.Locator(".printed summary").ClickAsync();

        Assert.That(await page.EvaluateAsync<bool>($"'{HostileTexts.Trace}' in globalThis"), Is.False);
        Assert.That(await page.Locator("main img, main iframe, main script, main style, main base, main template").CountAsync(), Is.Zero);
        await Expect(page.Locator(".step")).ToHaveCountAsync(4);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(360), "nothing is wider than the window");
        Assert.That(chromium.Complaints, Is.Empty);
    }

    [TestCase(360, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(2560, ColorScheme.Dark)]
    public async Task Nothing_keeps_anybody_from_using_it(int width, ColorScheme scheme)
    {
        foreach (var file in (string[])[oversell, deadlock])
        {
            var page = await chromium.OpenAsync(file, width: width, scheme: scheme);

            var found = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");

            Assert.That(found.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"), Is.Empty);
            Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private string Write(string name, string page) => folder.Write(name, page);

    private async Task<string> PageOfAsync(string mutant)
    {
        var path = Path.Combine(Repository.Root, "solutions", mutant);
        var id = mutant.Split('/')[0];
        var result = await Repository.Grader.GradeAsync(new GradeRequest(path, [id]), null, CancellationToken.None);
        var file = result.Exercises[0].Checks.SelectMany(c => c.Timeline).Select(s => s.Site).OfType<CallSite>().SelectMany(s => (string[])[s.File, s.Caller?.File ?? ""]).First(f => File.Exists(Path.Combine(Repository.Solution(id), f)));
        return Write(id + ".html", ReportPage.Of(result, new HandInSources(HandInState.Same, [new SourceText(id, file, File.ReadAllText(path))]), Language.English));
    }
}
