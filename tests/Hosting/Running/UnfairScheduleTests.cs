using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Hosting.Running;

/// <summary>Schedules that starve somebody, as a strategy with priorities may.</summary>
public sealed class UnfairScheduleTests
{
    private const string Daemon = """
        using ExerciseKit.Multiprocessing;

        public static class Clock
        {
            public static void Run()
            {
                var child = ChildProcess.Create(Tick);
                child.IsDaemon = true;
                child.Start();
            }

            private static void Tick()
            {
                while (true)
                    Thread.Sleep(1000);
            }
        }
        """;

    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(120_000)]
    public async Task A_daemon_that_is_never_let_die_is_no_livelock(CancellationToken cancellation)
    {
        var program = bench.Prepare("Clock", "Run()", ("Clock.cs", Daemon));

        var trace = await program.RunAsync(Scenario.Of("a clock", "Run"), Tier.Loose, new Favour("0.0"), cancellation);

        Assert.That(trace.Fault, Is.Null);
        Assert.That(trace.Steps[^1].After.Root.IsAlive, Is.True, "it went as far as a run may go");
    }

    [Test, CancelAfter(120_000)]
    public async Task A_child_that_alone_goes_round_while_its_parent_waits_is_one(CancellationToken cancellation)
    {
        var program = bench.Prepare("Clock", "Run()", ("Clock.cs", Daemon.Replace("child.IsDaemon = true;", "", StringComparison.Ordinal)));

        var trace = await program.RunAsync(Scenario.Of("a clock", "Run"), Tier.Loose, new Favour("0.0"), cancellation);

        Assert.That(trace.Fault?.Verdict, Is.EqualTo(Verdict.Livelock));
    }

    /// <summary>Lets one agent go on whenever it can, once the root has done what it can.</summary>
    private sealed class Favour(string agent) : ISchedule
    {
        public bool ParksBusyWaits => true;

        public Choice? Pick(KernelState state, IReadOnlyList<Choice> possible)
        {
            var root = possible.FirstOrDefault(c => c.Agent == Names.Root);
            if (root.Agent is not null)
                return root;
            var favoured = possible.FirstOrDefault(c => c == new Choice(agent, ChoiceKind.Complete));
            return favoured.Agent is not null ? favoured : possible[0];
        }
    }
}
