using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Tests.Exploration.Checks;

public sealed class DrawTests
{
    private static readonly Family<int> Numbers = Family.Of("numbers", chance => chance.From(1, 1000), 0, -1);

    [Test]
    public void The_corners_are_always_among_the_members([Range(1, 20)] int seed) =>
        Assert.That(new Draw(seed).Of(Numbers), Is.SupersetOf((int[])[0, -1]));

    [Test]
    public void The_same_seed_gives_the_same_members_whatever_was_drawn_before([Values(1, 7, int.MinValue, int.MaxValue)] int seed)
    {
        var first = new Draw(seed);
        var second = new Draw(seed);
        second.One("something else", chance => chance.Names(5));

        Assert.That(second.Of(Numbers), Is.EqualTo(first.Of(Numbers)));
    }

    [Test]
    public void Other_seeds_and_other_names_give_other_members()
    {
        var drawn = Enumerable.Range(1, 50).Select(seed => string.Join(' ', new Draw(seed).Of(Numbers))).ToList();

        Assert.That(drawn.Distinct().Count(), Is.GreaterThan(45));
        Assert.That(new Draw(1).Of(Numbers with { Name = "others" }), Is.Not.EqualTo(new Draw(1).Of(Numbers)));
    }

    [Test]
    public void A_member_that_is_drawn_twice_is_proved_once()
    {
        var same = Family.Of("same", _ => 3, 3);

        Assert.That(new Draw(1).Of(same), Is.EqualTo((int[])[3]));
    }

    // The published first values of SplitMix64 from 0: a seed must mean the same with each version of the runtime.
    [Test]
    public void The_values_of_a_seed_stay_what_they_are()
    {
        var chance = new Chance(0);

        Assert.That(Enumerable.Range(0, 5).Select(_ => chance.From(0, 999_999)), Is.EqualTo((int[])[607535, 355700, 545679, 542444, 94747]));
    }

    [Test]
    public void Names_are_all_different_and_come_in_any_order([Range(1, 20)] int seed)
    {
        var names = new Draw(seed).One("names", chance => chance.Names(8));

        Assert.That(names, Is.Unique);
        Assert.That(names, Has.Length.EqualTo(8));
    }

    [Test]
    public void Each_number_of_a_range_comes_the_ends_too() =>
        Assert.That(Enumerable.Range(1, 200).Select(seed => new Draw(seed).One("n", chance => chance.From(-2, 2))).Distinct().Order(), Is.EqualTo((int[])[-2, -1, 0, 1, 2]));

    [Test]
    public void A_shuffle_keeps_what_it_is_given() =>
        Assert.That(new Draw(3).One("s", chance => chance.Shuffled(Enumerable.Range(0, 20))), Is.EquivalentTo(Enumerable.Range(0, 20)).And.Not.Ordered);

    [Test]
    public void No_member_is_drawn_that_has_more_children_than_there_is_room_for([Range(1, 20)] int seed)
    {
        var draw = new Draw(seed, maxProcesses: 10);

        // One is the first process, and two are left for the hand-in's own.
        Assert.That(draw.One("children", chance => chance.Children(9, 12)), Is.EqualTo(7));
        Assert.That(draw.One("pairs", chance => chance.Children(4, 9, each: 2)), Is.EqualTo(3));
        Assert.That(draw.One("with a light", chance => chance.Children(1, 12, beside: 1)), Is.InRange(1, 6));
        Assert.That(draw.One("few", chance => chance.RoomFor(5)), Is.EqualTo(5));
        Assert.That(new Draw(seed, maxProcesses: 1).One("none", chance => chance.Children(2, 3)), Is.EqualTo(1));
    }

    [Test]
    public void Where_there_is_room_it_makes_no_difference([Range(1, 20)] int seed) =>
        Assert.That(new Draw(seed, 64).One("children", chance => chance.Children(9, 12)), Is.EqualTo(new Draw(seed).One("children", chance => chance.From(9, 12))));
}
