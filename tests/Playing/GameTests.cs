using System.Text.Json.Nodes;
using ExerciseKit.Authoring.Verification;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Playing;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Playing;

/// <summary>The games, and those that the course's exercises offer.</summary>
[Category("Slow")]
public sealed class GameTests
{
    private static readonly JsonSchema Schema = JsonSchema.Parse(PlaySchema.Text());

    private static string[] Offering { get; } = [.. ExerciseCatalog.Load(Repository.Root).Exercises.Where(e => e.Games is not null).Select(e => e.Id)];

    [Test]
    public void At_least_these_exercises_offer_games() =>
        Assert.That(Offering, Is.SupersetOf((string[])["07-ticket-sale", "14-duplex-pipe", "17-traffic-light", "19-deadlock"]));

    [TestCaseSource(nameof(Offering)), Category("Slow"), CancelAfter(900_000)]
    public async Task Each_game_that_is_offered_can_be_won(string id) =>
        Assert.That(await new GameVerification(Repository.Root).FaultsAsync(ExerciseCatalog.Load(Repository.Root).Find(id)!, SharedPreparers.All, TestContext.CurrentContext.CancellationToken), Is.Empty);

    [Test, CancelAfter(300_000)]
    public async Task Who_breaks_it_with_the_fewest_switches_has_all_points()
    {
        await using var table = await GameAsync("07-ticket-sale");
        var desk = new PlayDesk(table);

        Assert.That((int?)Asked(desk, """{"command":"game","game":"break"}""")["game"]!["points"], Is.Zero);
        table.GoTo(PlayTarget.Break, default);
        var (way, switches) = (table.Made, table.View().Switches);
        var choices = Replayed(table);
        JsonNode last = null!;
        foreach (var choice in choices)
            last = Asked(desk, $$"""{"command":"choose","choice":{{choice}}}""");

        Assert.That(way, Is.EqualTo(choices.Count));
        Assert.That((bool?)last["game"]!["isOver"], Is.True);
        Assert.That((int?)last["game"]!["points"], Is.EqualTo(Math.Max(10 - (2 * (switches - table.About.Search.FewestSwitches!.Value)), 1)));
    }

    [Test, CancelAfter(300_000)]
    public async Task Who_is_taken_to_the_fault_has_no_points()
    {
        await using var table = await GameAsync("07-ticket-sale");
        var desk = new PlayDesk(table);
        Asked(desk, """{"command":"game","game":"break"}""");

        var game = Asked(desk, """{"command":"find","what":"break"}""")["game"]!;

        Assert.That((bool?)game["isOver"], Is.True);
        Assert.That((int?)game["points"], Is.Zero);
    }

    [Test, CancelAfter(300_000)]
    public async Task Who_says_all_that_comes_has_all_points_and_nobody_moves_meanwhile()
    {
        await using var table = await GameAsync("19-deadlock");
        var desk = new PlayDesk(table);
        var game = Asked(desk, """{"command":"game","game":"predict","seed":5}""")["game"]!;

        Assert.That((string?)Valid(desk.Answer("""{"command":"choose","choice":1}""", default))["error"]!["code"], Is.EqualTo("game"));
        while (game["question"] is { } question)
        {
            var options = question["takesSeveral"]!.GetValue<bool>() ? WhoCan(table) : [RightLine(table, question)];
            game = Asked(desk, $$"""{"command":"answer","options":[{{string.Join(',', options)}}]}""")["game"]!;
        }

        Assert.That((int?)game["points"], Is.EqualTo((int?)game["maxPoints"]), (string?)game["message"]!["en"]);
    }

    [Test, CancelAfter(600_000)]
    public async Task A_repair_is_proved_and_a_wrong_one_costs_points()
    {
        await using var table = await GameAsync("07-ticket-sale");
        var desk = new PlayDesk(table);
        var question = Asked(desk, """{"command":"game","game":"repair"}""")["game"]!["question"]!;
        var lines = question["options"]!.AsArray().Select(o => (int)o!["line"]!).ToList();

        var wrong = Asked(desk, $$"""{"command":"answer","options":[{{lines.IndexOf(17) + 1}}]}""")["game"]!;
        var right = Asked(desk, $$"""{"command":"answer","options":[{{lines.IndexOf(16) + 1}}]}""")["game"]!;

        Assert.That((bool?)wrong["isOver"], Is.False);
        Assert.That((string?)wrong["message"]!["en"], Does.Contain("Before line 17 it does not help"));
        Assert.That((bool?)right["isOver"], Is.True, (string?)right["message"]!["en"]);
        Assert.That((int?)right["points"], Is.EqualTo(6));
    }

    [TestCase("""{"command":"game","game":"chess"}""", "bad-value")]
    [TestCase("""{"command":"game","game":"repair"}""", "no-repair")]
    [TestCase("""{"command":"answer","options":[1]}""", "no-question")]
    [CancelAfter(300_000)]
    public async Task What_is_no_game_is_told(string line, string code)
    {
        await using var table = await PlayedTables.SolutionAsync("07-ticket-sale", new PlayBudget(MaxStates: 20));

        Assert.That((string?)Valid(new PlayDesk(table).Answer(line, default))["error"]!["code"], Is.EqualTo(code));
    }

    private static Task<PlayTable> GameAsync(string exercise) => PlayedTables.OpenAsync(new PlayRequest(exercise, null) { IsGame = true });

    /// <summary>The numbers of the choices that led here; the table is at its beginning afterwards.</summary>
    private static List<int> Replayed(PlayTable table)
    {
        var numbers = new List<int>();
        var end = table.View();
        for (var made = table.Made; made > 0; made--)
        {
            var after = table.View();
            table.Undo(1);
            var choice = 1;
            for (; ; choice++)
            {
                table.Choose(choice);
                if (table.View() == after)
                    break;
                table.Undo(1);
            }

            table.Undo(1);
            numbers.Insert(0, choice);
        }

        Assert.That(end.Ending, Is.Not.Null);
        return numbers;
    }

    private static List<int> WhoCan(PlayTable table)
    {
        var alive = table.View().Processes.Where(p => p.Standing != PlayStanding.Ended).ToList();
        return [.. alive.Select((p, i) => (p, i)).Where(x => x.p.Standing == PlayStanding.Ready).Select(x => x.i + 1)];
    }

    private static int RightLine(PlayTable table, JsonNode question)
    {
        var text = (string)question["text"]!["en"]!;
        var choice = table.View().Choices.First(c => text.StartsWith($"Now {c.Label} goes on", StringComparison.Ordinal));
        var line = table.LinesAfter(choice.Number) is [var first, ..] ? first : "nothing";
        return question["options"]!.AsArray().Select(o => (string)o!["text"]!["en"]!).ToList().IndexOf(line) + 1;
    }

    private static JsonNode Asked(PlayDesk desk, string line)
    {
        var answer = Valid(desk.Answer(line, TestContext.CurrentContext.CancellationToken));
        Assert.That((bool?)answer["ok"], Is.True, answer["error"]?.ToJsonString());
        return answer;
    }

    private static JsonNode Valid(string line)
    {
        var node = JsonNode.Parse(line)!;
        Assert.That(Schema.Faults(node), Is.Empty, line);
        return node;
    }
}
