using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ExerciseKit.Cli.Playing;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Playing;

namespace ExerciseKit.Tests.Playing;

/// <summary>The server that a browser plays on.</summary>
[CancelAfter(300_000)]
[Category("Slow")]
public sealed class PlayServerTests
{
    private PlayTable table = null!;
    private PlayServer server = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        table = await PlayedTables.SolutionAsync("07-ticket-sale", new PlayBudget(MaxStates: 50));
        server = await PlayServer.StartAsync(new PlayDesk(table), "<p>the page</p>", port: 0, default);
        client = new HttpClient { BaseAddress = server.Address };
    }

    [TearDown]
    public async Task EndAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await table.DisposeAsync();
    }

    [Test]
    public async Task Who_knows_the_address_gets_the_page_and_plays()
    {
        Assert.That(server.Address.Host, Is.EqualTo("127.0.0.1"));
        Assert.That(await client.GetStringAsync(""), Is.EqualTo("<p>the page</p>"));

        var answer = await AskAsync(new { id = 1, command = "choose", choice = 1 });

        Assert.That((int?)answer["state"]!["made"], Is.EqualTo(1));
    }

    [Test]
    public async Task Without_the_token_there_is_nothing()
    {
        var word = server.Address.Segments[1].TrimEnd('/');
        foreach (var path in (string[])["/", "/ask", $"/{word}", $"/{word[..^1]}/", $"/{word}0/", $"/{word[..^1]}x/", $"/x/{word}/", $"/{word}/page.css", $"/{word}/ask/"])
        {
            using var answer = await client.GetAsync(new Uri(server.Address, path));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty, path);
        }
    }

    [TestCase("attacker.example")]
    [TestCase("attacker.example:80")]
    [TestCase("localhost")]
    [TestCase("127.0.0.1")]
    [TestCase("127.0.0.1:1")]
    public async Task A_name_that_was_made_to_lead_here_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { Host = host } };

        using var answer = await client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MisdirectedRequest));
    }

    [Test]
    public async Task A_page_from_elsewhere_can_not_play()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "ask") { Content = JsonContent.Create(new { command = "quit" }), Headers = { { "Origin", "http://attacker.example" } } };
        using var plain = new StringContent("""{"command":"quit"}""", Encoding.UTF8, "text/plain");

        Assert.That((await client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        // What a form on any page could send.
        Assert.That((await client.PostAsync("ask", plain)).StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That((await client.GetAsync("ask")).StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(server.Ended.IsCompleted, Is.False);
    }

    [Test]
    public async Task Its_answers_are_kept_nowhere_and_framed_by_nobody()
    {
        using var answer = await client.GetAsync("");

        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(answer.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(["frame-ancestors 'none'"]));
        Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]), "the address holds the token");
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        Assert.That(answer.Headers.Server, Is.Empty);
    }

    [Test]
    public async Task A_question_that_is_too_long_or_none_is_answered()
    {
        using var endless = JsonContent.Create(new { command = new string('x', 100_000) });

        Assert.That((await client.PostAsync("ask", endless)).StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((bool?)(await AskAsync("no object"))["ok"], Is.False);
    }

    [Test]
    public async Task It_ends_when_the_page_says_so()
    {
        await AskAsync(new { command = "quit" });

        await server.Ended.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Test]
    public void A_port_in_use_is_named()
    {
        Assert.That(
            async () => await PlayServer.StartAsync(new PlayDesk(table), "", server.Address.Port, default),
            Throws.TypeOf<BadInputException>().With.Message.Contains($"Port {server.Address.Port} can't be used"));
    }

    [Test]
    public async Task Questions_at_once_are_answered_one_after_another()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AskAsync(new { id = i, command = i % 2 == 0 ? "run" : "undo", seed = i, most = 5, count = 1 })));

        Assert.That(answers.Select(a => (int?)a["id"]), Is.EqualTo(Enumerable.Range(0, 20)));
        Assert.That(answers.Where(a => a["error"] is not null).Select(a => (string?)a["error"]!["code"]), Is.All.EqualTo("nothing-to-undo"));
    }

    private async Task<JsonNode> AskAsync(object question)
    {
        using var content = JsonContent.Create(question);
        using var answer = await client.PostAsync("ask", content);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
