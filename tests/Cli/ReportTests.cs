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
