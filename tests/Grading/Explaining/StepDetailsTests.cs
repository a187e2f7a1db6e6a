using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Grading.Explaining;

/// <summary>A step of a timeline tells what it is about, what it waited for, what it came after and what it changed.</summary>
[CancelAfter(120_000)]
public sealed class StepDetailsTests
{
    [Test]
    public async Task Who_sells_twice_has_read_before_the_other_has_written()
    {
        var check = await FailedAsync("07-ticket-sale/mutants/no-lock.cs", "no-oversell");

        var (first, other, second) = (Step(check, check.Between!.FirstStep), Step(check, check.Between.OtherStep), Step(check, check.Between.SecondStep));
        Assert.That((first.Process, first.Result.En), Is.EqualTo((second.Process, """{"tickets": 2}""")));
        Assert.That(other.Process, Is.Not.EqualTo(first.Process));
        Assert.That(first.Step < other.Step && other.Step < second.Step);
        // Each writes that one is left, the second as if the first had not.
        foreach (var write in (TimelineStep[])[other, second])
            Assert.That(write.Changes!.Value.Single(v => v.Id == "file:ticket_data.json").Text, Is.EqualTo("""{"tickets": 1}"""));
        Assert.That(check.Cast!.Objects.Single(o => o.Id == "file:ticket_data.json").First!.Text, Is.EqualTo("""{"tickets": 2}"""));
        var begun = check.Timeline.Where(s => s.Edges?.Any(e => e.Kind == EdgeKind.Start) == true).ToList();
        Assert.That(begun.Select(s => Step(check, s.Edges!.Value.Single().From).Object), Is.EqualTo(begun.Select(s => s.Process)), "who started it");
    }

    [Test]
    public async Task Who_waits_for_one_another_each_hold_what_the_other_wants()
    {
        var check = await FailedAsync("19-deadlock/mutants/from-first.cs", "opposite");

        var waiting = check.Cast!.Processes.Where(p => p.End is { Object: { } wanted } && KindOf(check, wanted) == ObjectKind.Lock).ToList();
        Assert.That(waiting, Has.Count.EqualTo(2));
        Assert.That(waiting[0].End!.Wait!.For, Is.EqualTo([waiting[1].Id]));
        Assert.That(waiting[1].End!.Wait!.For, Is.EqualTo([waiting[0].Id]));
        Assert.That(waiting.Select(p => LastView(check, p.End!.Object!).Holder), Is.EqualTo([waiting[1].Id, waiting[0].Id]));
        Assert.That(waiting.Select(p => check.Cast.Objects.Single(o => o.Id == p.End!.Object).Label.En), Is.EquivalentTo(["lock 1", "lock 2"]));
        var root = check.Cast.Processes.Single(p => p.Parent is null);
        Assert.That((root.End!.Object, root.End.Wait!.For.Single()), Is.EqualTo((waiting[0].Id, waiting[0].Id)), "the parent joins the first");
        Assert.That((check.Between!.First.Line, check.Between.Second.Line), Is.EqualTo((27, 28)), "it holds one and wants the next");
    }

    [Test]
    public async Task A_message_comes_from_who_sent_it_and_the_end_that_stays_open_is_told()
    {
        var check = await FailedAsync("13-pipe/mutants/parent-keeps-the-sending-end.cs", "in-order");

        var received = check.Timeline.Where(s => s.Operation.En.StartsWith("Connection.Receive", StringComparison.Ordinal)).ToList();
        Assert.That(received, Has.Count.EqualTo(7));
        foreach (var step in received)
        {
            var edge = step.Edges!.Value.Single(e => e.Kind == EdgeKind.Message);
            Assert.That(Step(check, edge.From).Operation.En, Is.EqualTo($"Connection.Send {step.Result.En}"));
        }

        var ends = check.Cast!.Objects.Where(o => o.Kind == ObjectKind.PipeEnd).ToList();
        Assert.That(ends.Select(o => o.Label.En), Is.EqualTo(["pipe 1, left end", "pipe 1, right end"]));
        Assert.That(ends.Select(o => o.Belongs), Is.EqualTo([ends[1].Id, ends[0].Id]));
        Assert.That(LastView(check, ends[1].Id).Processes, Is.EqualTo(["0"]), "the parent has the sending end still");
        Assert.That(LastView(check, ends[0].Id).Items, Is.Empty);
    }

    [Test]
    public async Task A_lock_that_is_waited_for_comes_from_who_gave_it_back()
    {
        var check = await FailedAsync("18-condition/mutants/counts-outside-of-the-lock.cs", "admitted");

        var taken = check.Timeline.Where(s => s.Wait is { IsSleep: false } && s.Object is { } id && KindOf(check, id) == ObjectKind.ReentrantLock).ToList();
        Assert.That(taken, Is.Not.Empty);
        foreach (var step in taken)
            Assert.That(step.Edges!.Value.Select(e => Step(check, e.From).Changes?.Any(v => v.Id == step.Object && v.Holder is null)), Has.Some.True, $"step {step.Step}");
        Assert.That(taken.Select(s => s.Wait!.Since), Is.All.LessThan(check.Timeline[^1].Step).And.All.GreaterThan(0));
    }

    [TestCase("07-ticket-sale/mutants/no-lock.cs")]
    [TestCase("12-joinable-queue/mutants/task-done-missing.cs")]
    [TestCase("18-condition/mutants/notifies-one-of-two.cs", Category = "Slow")]
    [TestCase("15-pool/mutants/terminated-not-joined.cs", Category = "Slow")]
    public async Task What_a_timeline_names_is_in_its_cast_and_what_it_came_after_is_earlier(string mutant)
    {
        foreach (var check in (await GradeAsync(mutant)).Where(c => c.Timeline.Count > 0))
        {
            var known = check.Cast!.Processes.Select(p => p.Id).Concat(check.Cast.Objects.Select(o => o.Id)).ToHashSet();
            Assert.That(check.Timeline.Select(s => s.Object).OfType<string>().Distinct(), Is.SubsetOf(known), check.Id);
            Assert.That(check.Timeline.Select(s => s.Process!).Distinct(), Is.SubsetOf(known), check.Id);
            foreach (var step in check.Timeline)
            {
                Assert.That((step.Edges ?? []).Select(e => e.From), Is.All.LessThan(step.Step));
                Assert.That((step.Edges ?? []).Where(e => e.From >= check.Timeline[0].Step).Select(e => Step(check, e.From).Process), Is.All.Not.EqualTo(step.Process), $"{check.Id}, step {step.Step}");
                Assert.That(step.Wait?.Since ?? 0, Is.LessThan(step.Step));
            }
        }
    }

    private static TimelineStep Step(CheckResult check, int? number) => check.Timeline.Single(s => s.Step == number);

    private static ObjectKind? KindOf(CheckResult check, string id) => check.Cast!.Objects.SingleOrDefault(o => o.Id == id)?.Kind;

    private static ObjectView LastView(CheckResult check, string id) => check.Timeline.SelectMany(s => s.Changes ?? []).Last(v => v.Id == id);

    private static async Task<CheckResult> FailedAsync(string mutant, string check) =>
        (await GradeAsync(mutant)).Single(c => c.Id == check);

    private static async Task<IEnumerable<CheckResult>> GradeAsync(string mutant)
    {
        var path = Path.Combine(Repository.Root, "solutions", mutant);
        var result = await Repository.Grader.GradeAsync(new GradeRequest(path, [mutant.Split('/')[0]]), null, TestContext.CurrentContext.CancellationToken);
        return result.Exercises.Single().Checks;
    }
}
