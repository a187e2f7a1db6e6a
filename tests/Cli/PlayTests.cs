using System.Text.Json.Nodes;

namespace ExerciseKit.Tests.Cli;

/// <summary><c>kit play</c>, as a user runs it.</summary>
public sealed class PlayTests
{
    [Test, CancelAfter(300_000)]
    public async Task A_wrong_answer_is_played_over_standard_input_and_output()
    {
        var run = await KitProcess.RunWithInputAsync(
            Repository.Root,
            """
            {"id":1,"command":"find","what":"break"}
            no line
            {"id":2,"command":"quit"}

            """,
            "play", "07", "--json", "--hand-in", Path.Combine(Repository.Solution("07-ticket-sale"), "mutants", "no-lock.cs"));

        var lines = run.Output.TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!).ToList();
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Is.Empty);
        Assert.That(lines, Has.Count.EqualTo(4));
        Assert.That((string?)lines[0]["about"]!["search"]!["outcome"], Is.EqualTo("breaks"));
        Assert.That((string?)lines[1]["state"]!["ending"]!["verdict"], Is.EqualTo("violation"));
        Assert.That((string?)lines[2]["error"]!["code"], Is.EqualTo("bad-json"));
    }

    [Test, CancelAfter(300_000)]
    public async Task Where_standard_input_is_closed_the_page_is_served_no_longer()
    {
        var run = await KitProcess.RunAsync(Repository.Root, "play", "07", "--solution");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"^Play at http://127\.0\.0\.1:\d+/[0-9a-f]{48}/\n"));
    }

    [TestCase("07 --json --open", "--json plays without a browser")]
    [TestCase("07 --port 70000", "Port 70000 can't be used")]
    [TestCase("07 --solution --hand-in x", "name one of them")]
    [TestCase("07 --scenario 99", "has no scenario '99'")]
    [TestCase("07 --hand-in nowhere.zip", "nowhere.zip")]
    [CancelAfter(300_000)]
    public async Task What_can_not_be_played_is_named(string line, string message)
    {
        var run = await KitProcess.RunAsync(Repository.Root, ["play", .. line.Split(' ')]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(run.Output, Is.Empty);
    }
}
