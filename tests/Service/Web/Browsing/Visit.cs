using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ExerciseKit.Tests.Service.Web.Browsing;

/// <summary>Somebody at a browser of one width and language, by the system's own Chromium. Each page that is looked at is held to the same rules.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly ServiceHost host;
    private readonly string name;
    private readonly int width;
    private readonly List<string> complaints = [];

    private Visit(IPlaywright playwright, IBrowser browser, IPage page, ServiceHost host, string name, int width) =>
        (this.playwright, this.browser, Page, this.host, this.name, this.width) = (playwright, browser, page, host, name, width);

    public IPage Page { get; }

    /// <summary>What pages complained of: errors of scripts, what a policy refused, answers that failed.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Visit> StartAsync(ServiceHost host, string name, int width, string language)
    {
        string[] places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        var path = Array.Find(places, File.Exists) ?? throw new InvalidOperationException($"There is no browser at {string.Join(", ", places)}. Install one: apt-get install chromium.");
        var playwright = await Playwright.CreateAsync();
        // As root, as in a container, Chromium has no sandbox of its own.
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 900 },
            Locale = language == "zh" ? "zh-CN" : "en-GB",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = language == "zh" ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(120_000);
        Assertions.SetDefaultExpectTimeout(120_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(playwright, browser, page, host, name, width);
        page.PageError += (_, error) => visit.complaints.Add(error);
        page.Console += (_, message) => visit.complaints.Add(message.Text);
        return visit;
    }

    public async Task SignInAsync(string person)
    {
        await Page.GotoAsync($"{host.Address}in#{await host.LinkAsync(person)}");
        await Page.Locator("#sign-in button").ClickAsync();
        await Page.Locator(".top form").WaitForAsync();
    }

    /// <summary>Looks at the page: nothing is wider than the window, nothing keeps anybody from using it, no times are left in the server's zone. KIT_SHOTS names a folder for pictures.</summary>
    public async Task LookAsync(string place)
    {
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (Environment.GetEnvironmentVariable("KIT_SHOTS") is { Length: > 0 } shots)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(shots, $"service-{name}-{place}.png"), FullPage = true });
        var found = (await Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        Assert.That(found.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"), Is.Empty, place);
        Assert.That(wide, Is.LessThanOrEqualTo(width), place);
        Assert.That(await Page.Locator("h1").CountAsync(), Is.EqualTo(1), place);
        Assert.That(complaints.Where(c => !c.Contains("401", StringComparison.Ordinal)), Is.Empty, place);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
