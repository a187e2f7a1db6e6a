using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Grading.Checking;

/// <summary>What a program draws, or reads of a clock, has many values: what holds for some of them is not called a proof.</summary>
[CancelAfter(300_000)]
public sealed class ChanceTests
{
    private const string Exercise = "07-ticket-sale";
    private const string Locked = "using (gate.EnterScope())";

    [Test, Category("Slow")]
    public async Task A_lock_that_is_rarely_left_out_is_sampled_at_best(CancellationToken cancellation)
    {
        var checks = await GradeAsync("if (Random.Shared.Next(1000) == 0) Buy(database, user); else using (gate.EnterScope())", seed: 1, cancellation);

        Assert.That(checks.Select(c => c.Certainty), Has.None.EqualTo(Certainty.Proved));
        Assert.That(checks.Select(c => c.Bound!.En), Has.All.StartsWith("for 12 drawn values of random numbers and process ids only"));
    }

    [Test, Category("Slow")]
    public async Task Where_a_proof_is_demanded_it_gives_no_points(CancellationToken cancellation)
    {
        var checks = await GradeAsync("if (Random.Shared.Next(1000) == 0) Buy(database, user); else using (gate.EnterScope())", seed: 1, cancellation, requireProof: true);

        Assert.That(checks.Sum(c => c.Points), Is.Zero);
        Assert.That(checks.Select(c => (c.Status, c.Verdict)), Is.All.EqualTo((CheckStatus.Error, Verdict.Limit)));
        Assert.That(checks.Select(c => c.Message.En), Has.All.Contains("--require-proof").And.All.Contains("for 12 drawn values of random numbers"));
    }

    [TestCase(1)]
    [TestCase(2, Category = "Slow")]
    [TestCase(3, Category = "Slow")]
    [TestCase(4, Category = "Slow")]
    public async Task One_that_is_left_out_often_is_found_whatever_the_seed(int seed, CancellationToken cancellation)
    {
        var checks = await GradeAsync("if (Random.Shared.Next(3) == 0) Buy(database, user); else using (gate.EnterScope())", seed, cancellation);

        Assert.That(checks.Single(c => c.Id == "no-oversell").Verdict, Is.EqualTo(Verdict.Violation));
        Assert.That(checks.Sum(c => c.Points), Is.EqualTo(4));
    }

    [Test, Category("Slow")]
    public async Task One_that_is_left_out_at_odd_milliseconds_is_found(CancellationToken cancellation)
    {
        var checks = await GradeAsync("if (DateTime.Now.Millisecond % 2 == 1) Buy(database, user); else using (gate.EnterScope())", seed: 1, cancellation);

        Assert.That(checks.Single(c => c.Id == "no-oversell").Verdict, Is.EqualTo(Verdict.Violation));
    }

    private static async Task<IReadOnlyList<CheckResult>> GradeAsync(string statement, int seed, CancellationToken cancellation, bool requireProof = false)
    {
        using var folder = new TemporaryFolder();
        var source = File.ReadAllText(Path.Combine(Repository.Solution(Exercise), "TicketSale.cs"));
        Assert.That(source, Does.Contain(Locked));
        var path = Path.Combine(folder.Path, "TicketSale.cs");
        File.WriteAllText(path, source.Replace(Locked, statement, StringComparison.Ordinal));
        var result = await Repository.Grader.GradeAsync(new GradeRequest(path, [Exercise], seed, RequireProof: requireProof), null, cancellation);
        return result.Exercises.Single().Checks;
    }
}
