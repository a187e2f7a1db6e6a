using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using static ExerciseKit.Tests.Exploration.Sampling.StraightLine;

namespace ExerciseKit.Tests.Exploration.Sampling;

/// <summary>PCT's guarantee, counted: a fault of depth d among n processes and k operations shows with probability at least 1 in n · k^(d-1).</summary>
public sealed class PriorityChangesTests
{
    private const int Seeds = 6000;

    private static readonly string A = Child(0);
    private static readonly string B = Child(1);

    [Test]
    public void An_order_of_two_is_hit_however_much_comes_before_it()
    {
        // Depth 1: the process that does thirty things more comes first.
        var program = Children([Append("x")], [.. Enumerable.Repeat(Append("y"), 30), Append("x")]);

        AssertHits(program, depth: 1, trace => OrderOn("x", trace) == $"{B} {A}");
    }

    [Test]
    public void A_process_that_must_be_interrupted_once_is()
    {
        // Depth 2: B's use falls between the two of A, which are one step apart.
        var program = Children([Append("x"), Append("x")], [.. Enumerable.Repeat(Append("y"), 5), Append("x")]);

        AssertHits(program, depth: 2, trace => OrderOn("x", trace) == $"{A} {B} {A}");
    }

    [Test]
    public void Two_processes_that_must_each_be_interrupted_are()
    {
        // Depth 3: A is interrupted by B, and B by A in turn.
        var program = Children([Append("x"), Append("x")], [Append("x"), Append("x")], [Append("y")]);

        AssertHits(program, depth: 3, trace => OrderOn("x", trace) == $"{A} {B} {A} {B}");
    }

    [Test]
    public void Without_moments_of_change_nobody_is_interrupted()
    {
        var program = Children([Append("x"), Append("x")], [Append("x"), Append("x")]);

        var orders = Enumerable.Range(0, 500).Select(seed => OrderOn("x", program.Run(new PriorityChanges(seed, 10, depth: 1)))).ToList();

        Assert.That(orders, Has.None.EqualTo($"{A} {B} {A} {B}"));
        Assert.That(orders, Has.Some.EqualTo($"{A} {A} {B} {B}").And.Some.EqualTo($"{B} {B} {A} {A}"));
    }

    [TestCase(0, 3)]
    [TestCase(10, 0)]
    public void It_takes_a_run_of_some_length_and_some_depth(int operations, int depth) =>
        Assert.That(() => new PriorityChanges(1, operations, depth), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(4, 0, 60, "a fault of depth 3 among 4 processes and 60 operations shows in a PCT run with probability at least 1 in 14,400")]
    [TestCase(1, 0, 1, "a fault of depth 3 among 1 process and 1 operation shows in a PCT run with probability at least 1 in 1")]
    [TestCase(3, 2, 10, "a fault of depth 3 among 3 processes with 2 time-outs or deaths and 10 operations shows in a PCT run with probability at least 1 in 500")]
    public void The_guarantee_is_a_number_in_words(int processes, int interrupts, int operations, string words) =>
        Assert.That(new PctGuarantee(processes, interrupts, operations, 3).Describe().En, Is.EqualTo(words));

    private static void AssertHits(StraightLine program, int depth, Func<Trace, bool> isHit)
    {
        var profile = program.Profile;
        var guarantee = new PctGuarantee(profile.Processes, profile.Interrupts, profile.Operations, depth);

        var hits = Enumerable.Range(0, Seeds).Count(seed => isHit(program.Run(new PriorityChanges(seed, profile.Operations, depth))));

        Assert.That(hits, Is.GreaterThanOrEqualTo(Seeds / guarantee.OneIn));
    }
}
