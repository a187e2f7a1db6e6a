using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Sampling;
using static ExerciseKit.Tests.Exploration.Sampling.StraightLine;

namespace ExerciseKit.Tests.Exploration.Sampling;

public sealed class SelectivelyUniformWalkTests
{
    private const string File = "a.txt";

    [Test]
    public void All_orders_on_what_is_contended_for_are_equally_likely()
    {
        // 2 uses against 3: ten orders. What else the processes do, and how much, must not matter.
        var program = Children(
            [Append("p"), Append("p"), Append("p"), Append(File), Append(File)],
            [Append(File), Append("q"), Append(File), Append(File), Append("q"), Append("q")]);

        var orders = OrdersOf(program, seeds: 5000);

        Assert.That(orders, Has.Count.EqualTo(10));
        Assert.That(ChiSquared(orders, 500), Is.LessThan(27.9), "the 0.1 % limit of chi-squared with 9 degrees of freedom");
    }

    [Test]
    public void A_process_that_is_not_started_yet_counts_with_its_parent()
    {
        // The second child begins with a use and then starts its own two: 1 · 3!/2 orders of the latter among 4 uses of the first.
        var program = Of(
            (Main, [Start(Child(0)), Start(Child(1))]),
            (Child(0), [Append(File), Append(File)]),
            (Child(1), [Append(File), Start(Child(1) + ".0"), Start(Child(1) + ".1")]),
            (Child(1) + ".0", [Append(File)]),
            (Child(1) + ".1", [Append(File)]));

        var orders = OrdersOf(program, seeds: 5000);

        // 5 uses: the first child's 2 in any of 10 places, the grandchildren in either order.
        Assert.That(orders, Has.Count.EqualTo(20));
        Assert.That(ChiSquared(orders, 250), Is.LessThan(43.8), "the 0.1 % limit of chi-squared with 19 degrees of freedom");
    }

    [Test]
    public void Each_contended_thing_gets_its_turn()
    {
        var program = Children([Append("a"), Append("b")], [Append("b"), Append("a")]);

        var orders = Enumerable.Range(0, 200).Select(seed => program.Run(Walk(program, seed))).Select(t => OrderOn("a", t) + "/" + OrderOn("b", t));

        Assert.That(orders.Distinct().Count(), Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public void Who_is_drawn_and_has_to_wait_holds_nobody_up()
    {
        var program = Children(
            [new CreateLock("0.0~0"), new AcquireLock("0.0~0", null), Append(File), new ReleaseLock("0.0~0")],
            [Append(File), new CreateLock("0.0~0"), new AcquireLock("0.0~0", null), Append(File), new ReleaseLock("0.0~0")]);

        for (var seed = 0; seed < 100; seed++)
            Assert.That(program.Run(Walk(program, seed)).Fault, Is.Null);
    }

    [Test]
    public void A_profile_that_is_off_only_makes_it_less_even()
    {
        var program = Children([Append(File), Append(File), Append(File)], [Append(File), Append(File)]);
        var lie = Children([Append(File)], [Append(File), Append("z")], [Append(File)]).Profile;

        var orders = Enumerable.Range(0, 500).Select(seed => OrderOn(File, program.Run(new SelectivelyUniformWalk(seed, lie)))).Distinct();

        Assert.That(orders.Count(), Is.EqualTo(10));
    }

    private static Dictionary<string, int> OrdersOf(StraightLine program, int seeds) =>
        Enumerable.Range(0, seeds)
            .Select(seed => OrderOn(File, program.Run(Walk(program, seed))))
            .CountBy(order => order)
            .ToDictionary();

    private static double ChiSquared(Dictionary<string, int> orders, double expected) =>
        orders.Values.Sum(seen => (seen - expected) * (seen - expected) / expected);

    private static SelectivelyUniformWalk Walk(StraightLine program, int seed) => new(seed, program.Profile);
}
