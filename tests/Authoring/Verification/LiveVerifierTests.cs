using ExerciseKit.Authoring.Verification;

namespace ExerciseKit.Tests.Authoring.Verification;

/// <summary>Solutions in real time; how long that takes is the machine's affair and no test's.</summary>
[Platform(Exclude = "Win")]
public sealed class LiveVerifierTests
{
    [Test, CancelAfter(120_000)]
    public async Task A_solution_runs_to_its_end_with_real_processes(CancellationToken cancellation)
    {
        var runs = await new LiveVerifier(Repository.Root).VerifyAsync(["07-ticket-sale"], null, cancellation);

        var run = runs.Single();
        Assert.That((run.ExerciseId, run.Scenario), Is.EqualTo(("07-ticket-sale", "30 buyers, 12 tickets")));
        Assert.That(run.Took, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(run.Objection, Is.Null.Or.StartsWith("It took "), "a busy machine is slow, and nothing else is wrong");
    }
}
