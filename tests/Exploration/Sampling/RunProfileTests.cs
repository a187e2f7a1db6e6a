using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Kernel;
using static ExerciseKit.Tests.Exploration.Sampling.StraightLine;

namespace ExerciseKit.Tests.Exploration.Sampling;

public sealed class RunProfileTests
{
    [Test]
    public void It_counts_who_took_part_and_what_was_done()
    {
        var profile = Children([Append("a"), Append("a")], [Append("a")]).Profile;

        Assert.That(profile.Processes, Is.EqualTo(3));
        Assert.That(profile.Interrupts, Is.Zero);
        Assert.That(profile.Operations, Is.InRange(2 + 3 + 3, 2 + 3 + 4), "two starts, three appends, three ends; the root's is two steps where it has to wait");
        Assert.That(profile.UsesOf("file:a"), Is.EquivalentTo(new Dictionary<string, int> { [Child(0)] = 2, [Child(1)] = 1 }));
    }

    [Test]
    public void Contended_for_is_what_several_use_and_one_changes()
    {
        var profile = Children(
            [Append("changed"), new QueryFileExists("looked-at"), Append("mine")],
            [new QueryFileExists("changed"), new QueryFileExists("looked-at")]).Profile;

        Assert.That(profile.Contested, Does.Contain("file:changed").And.Not.Contain("file:looked-at").And.Not.Contain("file:mine"));
    }

    [Test]
    public void That_a_process_starts_and_ends_is_nothing_to_contend_for_until_somebody_asks()
    {
        var alone = Of((Main, [Start(Child(0)), new JoinProcess(Child(0), null)]), (Child(0), [Append("a")]));
        var asked = Of((Main, [Start(Child(0)), new QueryAlive(Child(0)), new JoinProcess(Child(0), null)]), (Child(0), [Append("a")]));

        Assert.That(alone.Profile.Contested, Is.Empty);
        Assert.That(asked.Profile.Contested, Is.EqualTo([Child(0)]));
    }

    [Test]
    public void Time_outs_and_deaths_that_could_have_come_count()
    {
        var program = Of(
            (Main, [Start(Child(0)), new JoinProcess(Child(0), TimeSpan.FromSeconds(1)), new TerminateProcess(Child(0))]),
            (Child(0), [Append("a"), Append("a")]));

        var profile = RunProfile.Of(program.Run(new RandomWalk(3), Timing.Loose));

        Assert.That(profile.Interrupts, Is.InRange(1, 2));
        Assert.That(profile.Processes, Is.EqualTo(2));
    }
}
