using System.Text.Json.Nodes;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Playing;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Playing;

/// <summary>Playing by lines of JSON.</summary>
[Category("Slow")]
public sealed class PlayDeskTests
{
    private const int ChoicesEach = 1_000;

    private static readonly JsonSchema Schema = JsonSchema.Parse(PlaySchema.Text());

    private static string[] Exercises { get; } = [.. Directory.GetDirectories(Path.Combine(Repository.Root, "solutions")).Select(Path.GetFileName).OfType<string>().Where(n => char.IsAsciiDigit(n[0])).Order(StringComparer.Ordinal)];

    [TestCase("07-ticket-sale")]
    [TestCase("14-duplex-pipe")]
    [TestCase("19-deadlock")]
    [CancelAfter(300_000)]
    public Task A_solution_is_played_at_random_without_a_fault(string exercise) => PlayAsync(exercise, choices: 100);

    [TestCaseSource(nameof(Exercises)), Category("Slow"), CancelAfter(900_000)]
    public Task Each_solution_is_played_at_random_for_a_thousand_choices_without_a_fault(string exercise) => PlayAsync(exercise, ChoicesEach);

    [TestCase("", "bad-json")]
    [TestCase("not json", "bad-json")]
    [TestCase("[1]", "bad-json")]
    [TestCase("null", "bad-json")]
    [TestCase("{\"command\":\"state\",\"command\":\"quit\"}", "bad-json")]
    [TestCase("{\"id\":1}", "bad-command")]
    [TestCase("{\"id\":1,\"command\":7}", "bad-command")]
    [TestCase("{\"id\":1,\"command\":\"fly\"}", "bad-command")]
    [TestCase("{\"id\":1,\"command\":\"choose\"}", "bad-value")]
    [TestCase("{\"id\":1,\"command\":\"choose\",\"choice\":0}", "bad-value")]
    [TestCase("{\"id\":1,\"command\":\"choose\",\"choice\":1.5}", "bad-value")]
    [TestCase("{\"id\":1,\"command\":\"choose\",\"choice\":\"1\"}", "bad-value")]
    [TestCase("{\"id\":1,\"command\":\"choose\",\"choice\":99}", "bad-value")]
    [TestCase("{\"id\":1,\"command\":\"run\",\"most\":1000000}", "bad-value")]
    [TestCase("{\"id\":1,\"command\":\"find\",\"what\":\"gold\"}", "bad-value")]
    [TestCase("{\"id\":1,\"command\":\"undo\"}", "nothing-to-undo")]
    [CancelAfter(300_000)]
    public async Task A_line_that_can_not_be_done_is_answered_and_the_play_goes_on(string line, string code)
    {
        await using var table = await PlayedTables.SolutionAsync("07-ticket-sale", new PlayBudget(MaxStates: 20));
        var desk = new PlayDesk(table);
        var before = desk.Answer("""{"command":"state"}""", default);

        var answer = Valid(desk.Answer(line, default));

        Assert.That((bool?)answer["ok"], Is.False);
        Assert.That((string?)answer["error"]!["code"], Is.EqualTo(code));
        Assert.That((string?)answer["error"]!["message"]!["en"], Does.Not.Contain("   at "), "no stack trace");
        Assert.That(desk.Answer("""{"command":"state"}""", default), Is.EqualTo(before));
        Assert.That(desk.IsOver, Is.False);
    }

    [Test, CancelAfter(300_000)]
    public async Task Every_command_is_answered_as_the_schema_says_and_with_its_id()
    {
        await using var table = await PlayedTables.MutantAsync("07-ticket-sale", "no-lock.cs");
        var input = new StringReader("""
            {"id":"a","command":"about"}
            {"id":2,"command":"choices"}

            {"id":[3],"command":"choose","choice":1}
            {"id":{"n":4},"command":"map"}
            {"id":null,"command":"find","what":"break"}
            {"command":"story"}
            {"id":7,"command":"choose","choice":1}
            {"id":8,"command":"undo","count":2}
            {"id":9,"command":"run","seed":3,"most":2}
            {"id":10,"command":"quit"}
            {"id":11,"command":"state"}
            """);
        var output = new StringWriter();

        await PlayLines.RunAsync(new PlayDesk(table), input, output, TestContext.CurrentContext.CancellationToken);

        var answers = output.ToString().TrimEnd('\n').Split('\n').Select(Valid).ToList();
        Assert.That(answers.Select(a => a["id"]?.ToJsonString()), Is.EqualTo([null, "\"a\"", "2", "[3]", "{\"n\":4}", null, null, "7", "8", "9", "10"]), "one greeting, then one for each line until quit");
        Assert.That((string?)answers[0]["format"], Is.EqualTo(PlayDesk.CurrentFormat));
        Assert.That((string?)answers[7]["error"]!["code"], Is.EqualTo("over"));
        Assert.That((int?)answers[9]["state"]!["made"], Is.GreaterThan(0));
    }

    [TestCase("""{"id":1,"ok":true,"state":{}}""")]
    [TestCase("""{"id":1,"ok":true,"surprise":1}""")]
    [TestCase("""{"id":1,"command":"choose"}""")]
    [TestCase("""{"id":1,"command":"find","what":"gold"}""")]
    public void What_is_no_line_of_a_play_is_not_valid(string line) => Assert.That(Schema.Faults(JsonNode.Parse(line)), Is.Not.Empty);

    private static async Task PlayAsync(string exercise, int choices)
    {
        await using var table = await PlayedTables.SolutionAsync(exercise, new PlayBudget(MaxStates: 100_000), tier: null);
        var desk = new PlayDesk(table);
        var random = new Random(1);
        var at = Valid(desk.Greeting())["state"]!;
        for (var made = 0; made < choices; made++)
        {
            if (at["ending"] is { } ending)
            {
                Assert.That((bool?)ending["isBroken"], Is.False, $"{exercise} after {made} choices: {ending["message"]!["en"]}");
                at = Asked(desk, $$"""{"command":"undo","count":{{random.Next(1, 40)}}}""");
            }

            var count = at["choices"]!.AsArray().Count;
            Assert.That(count, Is.GreaterThan(0), "somebody can go on, or it has come to an end");
            if (made % 50 == 0)
                AssertCounts(desk, table.About.Chart.IsWhole);
            at = Asked(desk, $$"""{"command":"choose","choice":{{random.Next(count) + 1}}}""");
        }
    }

    private static JsonNode Asked(PlayDesk desk, string line)
    {
        var answer = Valid(desk.Answer(line, TestContext.CurrentContext.CancellationToken));
        Assert.That((bool?)answer["ok"], Is.True, answer["error"]?.ToJsonString());
        return answer["state"]!;
    }

    // Wherever all states are known, so is what lies behind each choice.
    private static void AssertCounts(PlayDesk desk, bool isWhole)
    {
        var options = Valid(desk.Answer("""{"command":"choices"}""", default))["choices"]!.AsArray();
        if (isWhole)
            Assert.That(options.Select(o => (string?)o!["behind"]!["interleavings"]), Is.All.Not.Null);
    }

    private static JsonNode Valid(string line)
    {
        var node = JsonNode.Parse(line)!;
        Assert.That(Schema.Faults(node), Is.Empty, line);
        return node;
    }
}
