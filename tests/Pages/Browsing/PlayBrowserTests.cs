using Deque.AxeCore.Playwright;
using ExerciseKit.Cli.Playing;
using ExerciseKit.Contract;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Pages;
using ExerciseKit.Playing;
using ExerciseKit.Tests.Playing;
using Microsoft.Playwright;

namespace ExerciseKit.Tests.Pages.Browsing;

/// <summary>The page to play on, in a browser. <c>dotnet test -p:Browser=true --filter TestCategory=Browser</c></summary>
[Category("Browser"), CancelAfter(300_000), NonParallelizable]
public sealed class PlayBrowserTests
{
    private Chromium chromium = null!;
    private PlayTable table = null!;
    private PlayServer server = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        chromium = await Chromium.StartAsync();
        table = await PlayedTables.OpenAsync(new PlayRequest("07-ticket-sale", null) { IsGame = true });
        var page = PlayPage.Of(table.About.Exercise, [.. table.Sources.Select(s => new SourceText(table.About.Exercise, s.Name, s.Text))], Language.English);
        server = await PlayServer.StartAsync(new PlayDesk(table), page, port: 0, default);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await chromium.DisposeAsync();
        await server.DisposeAsync();
        await table.DisposeAsync();
    }

    [Test]
    public async Task One_chooses_by_key_and_button_and_takes_back()
    {
        var page = await chromium.VisitAsync(server.Address);
        await Expect(page.Locator(".option")).ToHaveCountAsync(table.Choices);

        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator(".turn")).ToContainTextAsync("Choices made: 1");
        await page.Locator(".option").First.ClickAsync();
        await Expect(page.Locator(".turn")).ToContainTextAsync("Choices made: 2");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".turn")).ToContainTextAsync("Choices made: 1");
        await page.GetByText("From the start").ClickAsync();
        await Expect(page.Locator(".turn")).ToContainTextAsync("Choices made: 0");
        Assert.That(chromium.Complaints, Is.Empty);
    }

    [Test]
    public async Task One_is_taken_to_where_it_breaks_and_sees_why()
    {
        var page = await chromium.VisitAsync(server.Address);

        await page.Locator(".find-break").ClickAsync();

        await Expect(page.Locator(".turn .badge.bad")).ToContainTextAsync("Violation", new() { IgnoreCase = true });
        await Expect(page.Locator(".option")).ToHaveCountAsync(0);
        await Expect(page.Locator(".map-dot.here")).ToHaveCountAsync(1);
        Assert.That(chromium.Complaints, Is.Empty);
    }

    [TestCase(360, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    public async Task Nothing_keeps_anybody_from_playing(int width, ColorScheme scheme)
    {
        var page = await chromium.VisitAsync(server.Address, width, scheme);
        await page.Locator(".find-break").ClickAsync();
        await Expect(page.Locator(".turn .badge.bad")).ToHaveCountAsync(1);
        await page.Locator(".game-predict").ClickAsync();
        await Expect(page.Locator(".game-question")).ToHaveCountAsync(1);

        var found = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");

        Assert.That(found.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"), Is.Empty);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
