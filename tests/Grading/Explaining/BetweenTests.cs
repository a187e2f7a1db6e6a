using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Tests.Grading.Explaining;

/// <summary>A failed check names two lines of the student's own code, and what is between them.</summary>
[CancelAfter(120_000)]
public sealed class BetweenTests
{
    [TestCase("07-ticket-sale/mutants/no-lock.cs", "no-oversell", BetweenKind.Interrupted, 24, 28, TestName = "What_was_read_and_what_is_written_when_another_has_written_in_between")]
    [TestCase("02-join/mutants/lone-child-not-joined.cs", "all-over-last", BetweenKind.Unordered, 38, 13, TestName = "Who_goes_on_and_whom_nothing_makes_it_wait_for")]
    [TestCase("14-duplex-pipe/mutants/closed-after-the-join.cs", "server-ends", BetweenKind.Stuck, 17, 20, TestName = "Who_keeps_what_another_waits_for")]
    [TestCase("07-ticket-sale/mutants/waits-for-more-tickets.cs", "sells-what-there-is", BetweenKind.Round, 37, 37, TestName = "Where_it_goes_round_for_ever")]
    public async Task A_failed_check_names(string mutant, string check, BetweenKind kind, int first, int second)
    {
        var between = (await GradeAsync(mutant)).Single(c => c.Id == check).Between;

        Assert.That((between?.Kind, between?.First.Line, between?.Second.Line), Is.EqualTo(((BetweenKind?)kind, (int?)first, (int?)second)));
        Assert.That(between!.First.File, Is.EqualTo(between.Second.File));
        Assert.That(BetweenWords.Of(between).En, Does.Contain($"line {second}"));
        Assert.That(BetweenWords.Of(between).Zh, Does.Contain($"第 {second} 行"));
    }

    [Test]
    public async Task Who_waits_for_the_end_of_processes_is_not_the_one_that_should_have_been_waited_for()
    {
        var between = (await GradeAsync("17-traffic-light/mutants/looks-before-it-waits.cs")).Single(c => c.Id == "on-green").Between;

        Assert.That((between?.Kind, between?.Other), Is.EqualTo(((BetweenKind?)BetweenKind.Unordered, "Process-1 (Toggle)")));
    }

    [Test]
    public async Task A_check_that_holds_names_none() =>
        Assert.That((await GradeAsync("07-ticket-sale/TicketSale.cs")).Select(c => c.Between), Is.All.Null);

    private static async Task<IEnumerable<CheckResult>> GradeAsync(string answer)
    {
        var path = Path.Combine(Repository.Root, "solutions", answer);
        var result = await Repository.Grader.GradeAsync(new GradeRequest(path, [answer.Split('/')[0]]), null, TestContext.CurrentContext.CancellationToken);
        return result.Exercises.Single().Checks;
    }
}
