using Microsoft.Playwright;

namespace ExerciseKit.Tests.Pages.Browsing;

/// <summary>The system's own Chromium: <c>apt-get install chromium</c>. Nothing is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> complaints = [];
    private IBrowserContext? context;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>What the page opened last has complained of: errors of scripts, and what its policy refused.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Chromium> StartAsync()
    {
        string[] places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        var path = Array.Find(places, File.Exists) ?? throw new InvalidOperationException($"There is no browser at {string.Join(", ", places)}. Install one: apt-get install chromium.");
        var playwright = await Playwright.CreateAsync();
        // As root, as in a container, Chromium has no sandbox of its own.
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] }));
    }

    /// <summary>Opens a file, and closes what was open before.</summary>
    public async Task<IPage> OpenAsync(string file, string fragment = "", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        if (context is not null)
            await context.CloseAsync();
        complaints.Clear();
        context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 900 }, ColorScheme = scheme, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
                complaints.Add($"asked for {request.Url}");
        };
        await page.GotoAsync(new Uri(file).AbsoluteUri + fragment);
        return page;
    }

    /// <summary>Visits a server on this machine, which alone may be asked, and closes what was open before.</summary>
    public async Task<IPage> VisitAsync(Uri address, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        if (context is not null)
            await context.CloseAsync();
        complaints.Clear();
        context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 900 }, ColorScheme = scheme, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.AbsoluteUri, StringComparison.Ordinal))
                complaints.Add($"asked for {request.Url}");
        };
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
