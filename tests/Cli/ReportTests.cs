using System.Xml.Linq;
using ExerciseKit.Contract.Results;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Cli;

public sealed class ReportTests
{
    [Test, CancelAfter(60_000)]
    public async Task A_result_that_was_kept_is_written_in_another_format_and_ends_as_it_ended()
    {
        using var folder = new TemporaryFolder();
        folder.Write("result.json", ResultJson.Write(SampleResults.Violation));
        folder.Write("exercises/07-ticket-sale/TicketSale.cs", "");

        var junit = await KitProcess.RunAsync(folder.Path, "report", "result.json", "--format", "junit", "--out", "junit.xml", "--root", Repository.Root);
        var github = await KitProcess.RunAsync(folder.Path, "report", "result.json", "--format", "github", "--root", Repository.Root);

        Assert.That((junit.ExitCode, github.ExitCode), Is.EqualTo((1, 1)), junit.Error + github.Error);
        Assert.That(XDocument.Load(Path.Combine(folder.Path, "junit.xml")).Descendants("failure").Count(), Is.EqualTo(1));
        Assert.That(github.Output, Does.StartWith("::error file=exercises/07-ticket-sale/TicketSale.cs,line="));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_result_is_written_as_a_page_and_says_where_the_hand_in_is_another_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("result.json", ResultJson.Write(SampleResults.Violation));
        folder.Write("TicketSale.cs", "// not what was graded");

        var alone = await KitProcess.RunAsync(folder.Path, "report", "result.json", "--html", "alone.html", "--root", Repository.Root);
        var other = await KitProcess.RunAsync(folder.Path, "report", "result.json", "--html", "other.html", "--hand-in", "TicketSale.cs", "--root", Repository.Root);

        Assert.That((alone.ExitCode, other.ExitCode), Is.EqualTo((1, 1)), alone.Error + other.Error);
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "alone.html")), Does.StartWith("<!DOCTYPE html>").And.Contain("\"handIn\":\"none\""));
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "other.html")), Does.Contain("\"handIn\":\"changed\"").And.Not.Contain("not what was graded"));
        Assert.That(other.Error, Does.Contain("TicketSale.cs is not what was graded"));
        Assert.That(alone.Error, Does.Contain("alone.html: file:///"));
    }

    [TestCase("", "--html FILE")]
    [TestCase("--format junit --open", "--html FILE")]
    [CancelAfter(60_000)]
    public async Task A_report_in_no_form_is_refused(string options, string why)
    {
        using var folder = new TemporaryFolder();
        folder.Write("result.json", ResultJson.Write(SampleResults.Violation));

        var run = await KitProcess.RunAsync(folder.Path, ["report", "result.json", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--root", Repository.Root]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(why));
    }

    [TestCase("no json", "can't be read")]
    [TestCase("{ \"format\": \"exercisekit.result/7\" }", "exercisekit.result/7")]
    [CancelAfter(60_000)]
    public async Task What_is_no_result_is_refused(string text, string why)
    {
        using var folder = new TemporaryFolder();
        folder.Write("result.json", text);

        var run = await KitProcess.RunAsync(folder.Path, "report", "result.json", "--format", "ctrf", "--root", Repository.Root);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(why));
    }
}
