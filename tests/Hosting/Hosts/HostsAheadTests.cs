using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Tests.Host;

namespace ExerciseKit.Tests.Hosting.Hosts;

/// <summary>Hosts that are started before anybody needs them.</summary>
[CancelAfter(120_000)]
public sealed class HostsAheadTests
{
    [Test]
    public async Task A_run_takes_one_that_is_there_and_no_other_is_started(CancellationToken cancellation)
    {
        using var program = new StudentAssembly("public static class P { public static void Run() { } }");
        await using var pool = new HostPool(SandboxDemand.Nothing);
        await pool.StartAheadAsync(2, ProcessLimits.Default, cancellation);
        Assert.That((pool.Started, pool.HasIdle), Is.EqualTo((2, true)));

        var run = new RunAgent(pool.NextRun(), program.Location, new Target("P", "Run", "*"), new Payload("[]", []), [], RunAhead: 0, LoopBudget: 0, FreshStatics: true);
        var host = await pool.BeginAsync(run, own: null, cancellation);

        Assert.That(pool.Started, Is.EqualTo(2));
        Assert.That(host.HasExited, Is.False);
    }

    [Test]
    public async Task No_more_are_started_once_they_are_wanted()
    {
        await using var pool = new HostPool(SandboxDemand.Nothing);

        await pool.StartAheadAsync(5, ProcessLimits.Default, new CancellationToken(canceled: true));

        Assert.That((pool.Started, pool.HasIdle), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task Those_with_the_limits_of_another_exercise_are_ended(CancellationToken cancellation)
    {
        await using var pool = new HostPool(SandboxDemand.Nothing);
        await pool.StartAheadAsync(1, ProcessLimits.Default, cancellation);

        await pool.LimitAsync(ProcessLimits.Default with { MaxSleep = TimeSpan.FromSeconds(1) });

        Assert.That(pool.HasIdle, Is.False);
    }
}
