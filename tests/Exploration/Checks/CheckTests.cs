using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Tests.Exploration.Checks;

public sealed class CheckTests
{
    private static readonly Scenario Plain = Scenario.Of(("plain", "普通"), "Run");

    private static readonly Scenario Slow = Plain.WithSlowStarts(("slow", "慢"), TimeSpan.FromSeconds(1));

    private static readonly Check Empty = new("some", ("Some", "某个"), 1);

    [Test]
    public void A_sentence_of_loose_time_is_never_judged_where_starts_take_their_time()
    {
        var order = Empty.In(Plain, Slow).Sometimes(("it is reached", "会到达"), Observe.Nothing, _ => true);

        Assert.That(order.NeverJudged, Is.EqualTo((Slow, order.Properties[0])));
    }

    [Test]
    public void Such_a_sentence_of_a_member_or_a_larger_member_is_found_too()
    {
        Check Part(Check check, Scenario scenario) => check.In(scenario).Sometimes(("it is reached", "会到达"), Observe.Nothing, _ => true);

        Assert.That(Empty.Each([Plain, Slow], Part).NeverJudged?.Scenario, Is.EqualTo(Slow));
        Assert.That(Empty.Sampling(Slow, Part).NeverJudged?.Scenario, Is.EqualTo(Slow));
    }

    [Test]
    public void What_each_scenario_is_tried_for_is_judged()
    {
        var exact = Empty.In(Plain, Slow).MakespanIs(TimeSpan.FromSeconds(2)).Never(("it never is", "从不"), Observe.Nothing, _ => false);

        Assert.That(exact.NeverJudged, Is.Null);
        Assert.That(Slow.Tiers, Is.EqualTo(new[] { Tier.Strict }));
        Assert.That(Plain.Tiers, Is.EqualTo(new[] { Tier.Strict, Tier.Loose }));
    }
}
