using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Host.Agents;

namespace ExerciseKit.Tests.Host;

/// <summary>A pool's worker that is as good as new after a task may carry as much in the next: so a search takes it to be.</summary>
public sealed class RecordedLinkTests
{
    private static readonly Payload Large = new(new string('x', 1 << 20), []);

    [Test]
    public void A_task_that_leaves_nothing_is_not_counted_with_the_next()
    {
        var link = new RecordedLink([], repetition: null, new Obliging(), keepsStatics: false);

        for (var task = 0; task < 5; task++)
            Assert.That(() => Complete(link), Throws.Nothing);
    }

    [Test]
    public void One_that_may_have_changed_a_static_is() => AssertEndsInTheSecond(new RecordedLink([], repetition: null, new Obliging(), keepsStatics: true));

    [Test]
    public void So_is_one_that_has_drawn_a_seed()
    {
        var link = new RecordedLink([], repetition: null, new Obliging(), keepsStatics: false);
        link.Perform(new DrawSeed(), CallSite.Unknown);

        AssertEndsInTheSecond(link);
    }

    private static void AssertEndsInTheSecond(RecordedLink link)
    {
        Complete(link);
        Assert.That(() => Complete(link), Throws.TypeOf<RunAbortedException>());
        Assert.That(((EndProcess)link.Asked[^1].Operation).Ending, Is.EqualTo(Ending.OverLimit));
    }

    private static void Complete(RecordedLink link) => link.Perform(new CompleteTask("pool", new TaskResult(Large)), CallSite.Unknown);

    private sealed class Obliging : IKernelLink
    {
        public Outcome Perform(Operation operation, CallSite site) => Done.Instance;
    }
}
