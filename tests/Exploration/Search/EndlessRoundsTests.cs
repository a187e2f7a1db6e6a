using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Exploration.Search;

/// <summary>A process that goes on for ever, and changes something each time: its history grows without end, and its states do not.</summary>
public sealed class EndlessRoundsTests
{
    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(60_000)]
    public async Task A_daemon_that_toggles_for_ever_is_covered([Values] Tier tier, CancellationToken cancellation)
    {
        var explored = Explore("for (;;) { gate.Acquire(); Thread.Sleep(1000); gate.Release(); Thread.Sleep(1000); }", "gate.Acquire();", tier, cancellation, out var program);

        Assert.That(explored.Outcome, Is.TypeOf<Covered>());
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }

    [Test, CancelAfter(60_000)]
    public async Task Who_waits_in_vain_beside_it_is_told(CancellationToken cancellation)
    {
        var explored = Explore("for (;;) { gate.Acquire(); Thread.Sleep(1000); gate.Release(); Thread.Sleep(1000); }", "gate.Acquire(); new ProcessLock().Release();", Tier.Strict, cancellation, out _);
        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Crash), "what comes after is still found");

        var stuck = Explore("for (;;) { gate.Acquire(); Thread.Sleep(1000); gate.Release(); Thread.Sleep(1000); }", "var own = new ProcessLock(); own.Acquire(); own.Acquire();", Tier.Loose, cancellation, out var program);
        Assert.That(stuck.Verdict, Is.EqualTo(Verdict.Livelock));
        Assert.That(((Broken)stuck.Outcome).Trace.Fault!.Message.En, Does.Contain("ProcessLock.Acquire"));
        Assert.That(await program.DifferenceAsync(stuck, cancellation), Is.Null);
    }

    [Test, CancelAfter(60_000)]
    public async Task Who_waits_in_vain_is_told_where_each_moment_is_a_state_of_its_own([Values("gate.Acquire(); Thread.Sleep(1000); gate.Release();", "gate.TryAcquire(); Thread.Sleep(1000);")] string round, CancellationToken cancellation)
    {
        var quiet = new Check("quiet", "Nobody speaks", 1).AtEnd("nobody speaks", Observe.Occurrences(LinePattern.Like("{word}")), so => so.Times == 0);

        var stuck = Explore($"for (;;) {{ {round} }}", "var own = new ProcessLock(); own.Acquire(); own.Acquire();", Tier.Strict, cancellation, out var program, [.. quiet.Properties]);

        Assert.That(stuck.Verdict, Is.EqualTo(Verdict.Livelock));
        Assert.That(stuck.Outcome.States, Is.LessThan(20_000));
        Assert.That(await program.DifferenceAsync(stuck, cancellation), Is.Null);
    }

    [Test, CancelAfter(60_000)]
    public void A_loop_that_counts_far_is_not_taken_for_endless([Values] Tier tier, CancellationToken cancellation)
    {
        var explored = Explore("for (var i = 0; i < 300; i++) { gate.Acquire(); gate.Release(); }", "", tier, cancellation, out _);

        Assert.That(explored.Outcome, Is.TypeOf<Covered>());
    }

    private Explored Explore(string daemon, string parent, Tier tier, CancellationToken cancellation, out ExplorableProgram program, params Property[] properties)
    {
        program = bench.Prepare("Light", "Run()", ("Light.cs", $$"""
            using ExerciseKit.Multiprocessing;

            public static class Light
            {
                public static void Run()
                {
                    var gate = new ProcessLock();
                    var light = ChildProcess.Create(Toggle, gate);
                    light.IsDaemon = true;
                    light.Start();
                    {{parent}}
                }

                private static void Toggle(ProcessLock gate)
                {
                    {{daemon}}
                }
            }
            """));
        return program.Explore(Scenario.Of("a light", "Run"), tier, properties, cancellation);
    }
}
