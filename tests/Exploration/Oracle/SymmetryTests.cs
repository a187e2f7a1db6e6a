using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle;

public sealed class SymmetryTests
{
    [Test]
    public void A_schedule_found_among_twins_is_told_to_its_end()
    {
        var child = ProcessText.Of(new Acquire("0~0"));
        var root = ProcessText.Of(new CreateLock("0~0"), new Start("0.0"), new Start("0.1"), new Join("0.0"), new Join("0.1"));
        var program = new ProgramCase(SmallProgram.Of(("0", root), ("0.0", child), ("0.1", child)), HasTwins: true, ExpectsCrashes: false, []);

        var broken = (Broken)new Verdicts(program).Of(Tier.Strict, []);
        var (at, wrongs, _) = PlainJudge.Follow(Moment.AtBeginning(program, [], Tier.Strict), Verdicts.TurnsOf(broken.Trace));

        Assert.That(wrongs, Does.Contain(Wrong.Deadlock), at.Key);
    }
}
