using System.Text.Json.Nodes;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Cli;

[CancelAfter(180_000)]
public sealed class ReplayTests
{
    private static readonly string NoLock = Path.Combine(Repository.Solution("07-ticket-sale"), "mutants", "no-lock.cs");
    private static readonly string Right = Path.Combine(Repository.Solution("07-ticket-sale"), "TicketSale.cs");

    private string token = "";

    [OneTimeSetUp]
    public async Task Grade()
    {
        var run = await KitProcess.RunAsync(Repository.Root, "grade", NoLock, "--exercise", "07-ticket-sale", "--format", "json");
        token = (string)JsonNode.Parse(run.Output)!["exercises"]![0]!["checks"]![0]!["replay"]!;
    }

    [Test]
    public async Task The_fault_shows_again_and_the_exit_code_says_so()
    {
        // As it is copied from a report: cut to the width of the console.
        var run = await KitProcess.RunAsync(Repository.Root, "replay", string.Join("\n          ", token.Chunk(67).Select(c => new string(c))), NoLock);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Contain("07-ticket-sale  The ticket sale: No ticket is sold twice"));
        Assert.That(run.Output, Does.Contain("Violation: Expected: no more than 2 tickets are sold. Found: a line like '{user} bought a ticket'"));
        Assert.That(run.Output, Does.Match(@"Process-\d \(Visit\)  prints \w+ bought a ticket").And.Match(@"replayed  all \d+ steps, with real processes"));
        Assert.That(run.Output, Does.Match(@"\nThe program ran (in a sandbox \([a-zA-Z0-9., ]+\)\.|in a sandbox that does not enforce [\s\S]+\.|without a sandbox: [\s\S]+\.)\n$"));
    }

    [Test, Category("Slow")]
    public async Task What_a_report_says_beside_replay_shows_the_fault_as_it_stands()
    {
        var report = await KitProcess.RunAsync(Path.GetDirectoryName(NoLock)!, "grade", Path.GetFileName(NoLock), "--exercise", "07-ticket-sale", "--root", Repository.Root);
        // What a shell takes for the one argument, the report's line breaks within it.
        var printed = System.Text.RegularExpressions.Regex.Match(report.Output, "kit replay '([^']*)'").Groups[1].Value;

        var run = await KitProcess.RunAsync(Path.GetDirectoryName(NoLock)!, "replay", printed, "--root", Repository.Root);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Match(@"replayed  all \d+ steps, with real processes"));
    }

    [Test, Category("Slow")]
    public async Task The_token_may_come_from_a_file_or_from_standard_input()
    {
        using var folder = new TemporaryFolder();
        folder.Write("token.txt", token + "\n");

        var fromFile = await KitProcess.RunAsync(Repository.Root, "replay", "@" + Path.Combine(folder.Path, "token.txt"), NoLock);
        var fromInput = await KitProcess.RunWithInputAsync(Repository.Root, token + "\n", "replay", "-", NoLock);

        Assert.That((fromFile.ExitCode, fromInput.ExitCode), Is.EqualTo((1, 1)));
        Assert.That(fromInput.Output, Is.EqualTo(fromFile.Output));
    }

    [Test]
    public async Task Another_hand_in_is_told_and_left_alone()
    {
        var run = await KitProcess.RunAsync(Repository.Root, "replay", token, Right);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("another version of 07-ticket-sale").And.Contain(Right).And.Contain("--force"));
        Assert.That(run.Output, Is.Empty);
    }

    [Test, Category("Slow")]
    public async Task Forced_on_another_hand_in_it_says_where_the_ways_part()
    {
        var run = await KitProcess.RunAsync(Repository.Root, "replay", token, Right, "--force");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("At step 1 of").And.Contain("expected  main: ChildProcess.Start").And.Contain("came      main: new ProcessLock at TicketSale.cs:"));
    }

    [TestCase("is not the beginning of a replay token", "nonsense")]
    [TestCase("is damaged", "replay1.nonsense")]
    [TestCase("is of version 7", "replay7.nonsense")]
    [TestCase("is empty", "-")]
    [TestCase("can't be read from \"/nowhere/token.txt\"", "@/nowhere/token.txt")]
    [TestCase("can't be read from \"\"", "@")]
    [TestCase("Required argument 'TOKEN' missing")]
    public async Task What_is_no_token_is_refused_with_its_reason(string reason, params string[] args)
    {
        var run = await KitProcess.RunAsync(Repository.Root, ["replay", .. args]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(reason).And.StartWith("kit: "));
        Assert.That(run.Output, Is.Empty);
    }

    [Test]
    public void A_replay_never_ends_with_0()
    {
        var check = new CheckResult("id", "Title", CheckStatus.Failed, Verdict.Violation, 0, 1, "Found.");
        var divergence = new ReplayDivergence(2, "one thing", "another");

        int CodeOf(bool isSame, ReplayDivergence? diverged) =>
            ReplayCommand.ExitCodeOf(new ReplayResult("07", "Title", check, 3, isSame, diverged));

        Assert.That(CodeOf(isSame: true, null), Is.EqualTo(ExitCode.Failed));
        Assert.That(CodeOf(isSame: false, null), Is.EqualTo(ExitCode.Failed));
        Assert.That(CodeOf(isSame: true, divergence), Is.EqualTo(ExitCode.GraderFault));
        Assert.That(CodeOf(isSame: false, divergence), Is.EqualTo(ExitCode.BadInput));
    }
}
