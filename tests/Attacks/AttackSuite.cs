using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Attacks;

/// <summary>Hostile hand-ins, graded as any other: none gains a point, reaches anything, leaves anything, or hinders the next.</summary>
[NonParallelizable, NeedsLinux, FixtureLifeCycle(LifeCycle.SingleInstance)]
public abstract class AttackSuite
{
    private const int Least = 40;

    private readonly Tally tally = new();
    private AttackedKit kit = null!;

    /// <summary>What the walls are called that are under attack.</summary>
    protected abstract string Walls { get; }

    /// <summary>What stands behind the allow-list.</summary>
    private protected abstract SandboxDemand Demand(bool isPastTheList);

    [OneTimeSetUp]
    public void Make() => kit = new AttackedKit();

    [OneTimeTearDown]
    public void Remove() => kit.Dispose();

    [TestCaseSource(nameof(Attacks)), CancelAfter(120_000)]
    public async Task An_attack_gains_nothing_and_leaves_nothing(string name, CancellationToken cancellation)
    {
        var attack = Attack.All[name];
        var demand = Demand(attack.IsPastTheList);

        var aftermath = await Battle.FightAsync(attack.IsPastTheList ? kit.Open(demand) : kit.Walled(demand), attack, cancellation);
        tally.Add(aftermath);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(aftermath.GraderFault, Is.Null);
            Assert.That(aftermath.Reached, Is.Empty);
            Assert.That(aftermath.Left, Is.Empty);
            Hold(attack, aftermath);
        }
    }

    [Test, DependsOnTest(nameof(An_attack_gains_nothing_and_leaves_nothing), AllowFailure = true), CancelAfter(120_000)]
    public async Task The_next_hand_in_is_graded_as_if_none_had_been_there(CancellationToken cancellation) =>
        Assert.That(await ScoreOfARightAnswerAsync(Demand(isPastTheList: false), cancellation), Is.EqualTo((10, 10)));

    [Test, DependsOnTest(nameof(An_attack_gains_nothing_and_leaves_nothing), AllowFailure = true)]
    public void All_attacks_together_escaped_leaked_and_broke_nothing()
    {
        TestContext.Out.WriteLine($"{Walls}: {tally}");

        Assert.That(tally.Attacks, Is.AtLeast(Least));
        Assert.That(tally.ToString(), Is.EqualTo($"attacks {tally.Attacks}, escaped 0, leaked 0, grader faults 0"));
    }

    private static IEnumerable<TestCaseData> Attacks() =>
        Attack.All.Values.Select(a => a.IsSlow ? new TestCaseData(a.Name).SetCategory("Slow") : new TestCaseData(a.Name));

    private static void Hold(Attack attack, Aftermath aftermath)
    {
        if (attack.Expected is not { } expected)
        {
            Assert.That(aftermath.Refusal, Is.Not.Null.And.Not.Empty);
            return;
        }

        Assert.That(aftermath.Refusal, Is.Null);
        var checks = aftermath.Result?.Exercises.SingleOrDefault()?.Checks.ToArray() ?? [];
        var told = string.Join('\n', checks.Select(c => $"{c.Id} {c.Verdict}: {c.Message.En}"));
        Assert.That(checks, Is.Not.Empty);
        Assert.That(checks.Select(c => c.Verdict).Distinct(), Is.SubsetOf(expected), told);
        Assert.That(checks.FirstOrDefault()?.Verdict, Is.EqualTo(expected[0]), told);
        Assert.That(checks.Sum(c => c.Points), Is.Zero, told);
        if (expected[0] == Verdict.Policy)
            Assert.That(checks[0].Message.En, Does.Match(@"^Spawn\.cs:\d+: \S.* may not be used here\. Use instead: \S"), told);
    }

    private async Task<(int Score, int MaxScore)> ScoreOfARightAnswerAsync(SandboxDemand demand, CancellationToken cancellation)
    {
        var result = await kit.Walled(demand).GradeAsync(new GradeRequest(Repository.Solution(AttackedKit.ExerciseId), [AttackedKit.ExerciseId]), null, cancellation);
        return (result.Score, result.MaxScore);
    }
}
