using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploration.Oracle.Claims;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>What random programs found wrong once, each as small as it gets.</summary>
public sealed class RegressionTests
{
    [Test]
    public void A_deadlock_found_among_twins_is_told_to_its_end()
    {
        var program = Family(ProcessText.Of(new Acquire("0~0")));
        var broken = (Broken)new TextSearcher(program).Search(Tier.Strict, []);

        var (at, wrongs, impossible) = PlainJudge.Follow(Moment.AtBeginning(program, [], Tier.Strict), broken.Trace);

        Assert.That(impossible, Is.Null);
        Assert.That(wrongs, Does.Contain(Wrong.Deadlock), at.Key);
    }

    [Test]
    public void A_sleeping_twin_wakes_up_after_the_join_of_the_other()
    {
        var program = Family(ProcessText.Of(new Acquire("0~0"), new Pause(3), new Release("0~0")));
        var covered = (Covered)new TextSearcher(program).Search(Tier.Strict, []);

        foreach (var sample in covered.Samples)
        {
            var (at, _, impossible) = PlainJudge.Follow(Moment.AtBeginning(program, [], Tier.Strict), sample);
            Assert.That(impossible, Is.Null, at.Key);
            Assert.That(at.World.Turns, Is.Empty, at.Key);
        }
    }

    [TestCase(nameof(Tier.Strict))]
    [TestCase(nameof(Tier.Loose))]
    public void A_join_that_a_check_reads_waits_for_no_other(string tier)
    {
        var program = Family(ProcessText.Of(), ProcessText.Of(new Print("x")));
        var joinFirst = new SometimesFirst(new Sight(SightKind.Join, Who.Anybody), new Sight(SightKind.LineX, Who.Anybody)).AsProperty();

        var covered = (Covered)new TextSearcher(program).Search(Enum.Parse<Tier>(tier), [joinFirst]);

        Assert.That(covered.Reached, Does.Contain(joinFirst));
    }

    [TestCase(nameof(Tier.Strict))]
    [TestCase(nameof(Tier.Loose))]
    public void What_is_true_only_between_two_events_of_one_step_is_reached(string tier)
    {
        var program = Family(ProcessText.Of());
        var inside = new SometimesInside(new Sight(SightKind.Leaving, Who.Child), new Sight(SightKind.End, Who.Child), 1).AsProperty();

        var covered = (Covered)new TextSearcher(program).Search(Enum.Parse<Tier>(tier), [inside]);

        Assert.That(covered.Reached, Does.Contain(inside));
    }

    private static ProgramCase Family(ProcessText first, ProcessText? second = null)
    {
        var root = ProcessText.Of(new CreateLock("0~0"), new Start("0.0"), new Start("0.1"), new Join("0.0"), new Join("0.1"));
        var program = SmallProgram.Of(("0", root), ("0.0", first), ("0.1", second ?? first));
        return new ProgramCase(program, HasTwins: second is null, ExpectsCrashes: false, []);
    }
}
