using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using static ExerciseKit.Tests.Exploration.Sampling.StraightLine;

namespace ExerciseKit.Tests.Exploration.Sampling;

/// <summary>What all strategies have in common, and what tells them apart.</summary>
public sealed class SchedulesTests
{
    private const string File = "a.txt";
    private const int Seeds = 2400;

    /// <summary>One process uses the file at once; another does ten other things first.</summary>
    private static readonly StraightLine LateRival = Children(
        [Append(File)],
        [.. Enumerable.Range(0, 10).Select(i => Append($"{i}.txt")), Append(File)]);

    private static readonly Func<int, StraightLine, ISchedule>[] All =
    [
        (seed, _) => new RandomWalk(seed),
        (seed, _) => new PartialOrderSampling(seed),
        (seed, _) => new PriorityChanges(seed, 20, 3),
        (seed, program) => new SelectivelyUniformWalk(seed, program.Profile),
    ];

    [Test]
    public void The_same_seed_gives_the_same_schedule([Range(0, 3)] int strategy)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (first, second) = (Run(LateRival, strategy, seed), Run(LateRival, strategy, seed));
            Assert.That(first.Choices, Is.EqualTo(second.Choices));
        }
    }

    [Test]
    public void Other_seeds_give_other_schedules([Range(0, 3)] int strategy)
    {
        var schedules = Enumerable.Range(0, 50).Select(seed => string.Join('|', Run(LateRival, strategy, seed).Choices)).Distinct();

        Assert.That(schedules.Count(), Is.GreaterThan(3));
    }

    [Test]
    public void Time_outs_and_deaths_come_early_and_late_under_each_strategy([Range(0, 3)] int strategy)
    {
        // The child sleeps; the root may give up on it, terminates it, and it dies before or after its append.
        var program = Of(
            (Main, [Start(Child(0)), new JoinProcess(Child(0), TimeSpan.FromSeconds(1)), new TerminateProcess(Child(0)), Print(), Print()]),
            (Child(0), [Append(File), Append(File)]));
        var runs = Enumerable.Range(0, 200).Select(seed => Run(program, strategy, seed, Timing.Loose)).ToList();

        Assert.That(runs.Count(r => r.Choices.Any(c => c.Kind == ChoiceKind.TimeOut)), Is.InRange(5, 195), "time-outs");
        Assert.That(runs.Select(r => r.Choices.Any(c => c.Kind == ChoiceKind.Die)).Distinct().Count(), Is.EqualTo(2), "deaths");
    }

    // Twelve steps must go by before the late rival is first: a walk that tosses a coin at each hardly ever gets there.
    [TestCase(0, 0, 20, Description = "random walk: 1 in 2^11")]
    [TestCase(1, Seeds / 14, Seeds / 8, Description = "POS: 1 in 12, the highest of twelve priorities")]
    [TestCase(3, Seeds * 9 / 20, Seeds * 11 / 20, Description = "SURW: 1 in 2, whatever else is done")]
    public void How_often_a_late_rival_comes_first_tells_the_strategies_apart(int strategy, int atLeast, int atMost)
    {
        var first = Enumerable.Range(0, Seeds).Count(seed => OrderOn(File, Run(LateRival, strategy, seed)).StartsWith(Child(1), StringComparison.Ordinal));

        Assert.That(first, Is.InRange(atLeast, atMost));
    }

    private static Trace Run(StraightLine program, int strategy, int seed, Timing timing = Timing.Strict) => program.Run(All[strategy](seed, program), timing);
}
