using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Exploration.Behaviour;

/// <summary>Processes that print and sleep until somebody ends them.</summary>
public sealed class EndlessLoopTests
{
    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [TestCase("while (true) Thread.Sleep(1000);")]
    [TestCase("Thread.Sleep(Timeout.Infinite);")]
    [TestCase("""while (true) { Console.WriteLine("tick"); Thread.Sleep(500); Console.WriteLine("tock"); Thread.Sleep(500); }""")]
    [TestCase("""Console.WriteLine("begins"); for (;;) Thread.Sleep(10);""")]
    [CancelAfter(60_000)]
    public async Task A_process_that_ticks_for_ever_is_covered_when_it_is_ended(string body, CancellationToken cancellation)
    {
        var daemon = Prepare(body, "child.IsDaemon = true; child.Start(); Thread.Sleep(2000);");
        var terminated = Prepare(body, "child.Start(); child.Terminate(); child.Join();");

        foreach (var program in (ExplorableProgram[])[daemon, terminated])
        {
            foreach (var tier in Enum.GetValues<Tier>())
            {
                var explored = program.Explore(Scenario.Of("one", "Run"), tier, [], cancellation);

                Assert.That(explored.Outcome, Is.TypeOf<Covered>(), $"{tier}");
                Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null, $"{tier}");
            }
        }
    }

    [Test, CancelAfter(60_000)]
    public void A_long_loop_with_an_end_is_followed_to_its_end(CancellationToken cancellation)
    {
        var program = Prepare("""for (var i = 0; i < 1500; i++) Thread.Sleep(1); Console.WriteLine("done");""", "child.IsDaemon = true; child.Start(); child.Join();");
        var done = new AtEnd<int>("it is done", Observe.Count(LinePattern.Like("done")), (n, _) => n == 1);

        foreach (var tier in Enum.GetValues<Tier>())
            Assert.That(program.Explore(Scenario.Of("one", "Run"), tier, [done], cancellation).Verdict, Is.EqualTo(Verdict.Passed), $"{tier}");
    }

    private ExplorableProgram Prepare(string body, string parent) => bench.Prepare("Clock", "Run()", ("Clock.cs", $$"""
        using ExerciseKit.Multiprocessing;

        public static class Clock
        {
            public static void Run()
            {
                var child = ChildProcess.Create(Tick);
                {{parent}}
            }

            private static void Tick()
            {
                {{body}}
            }
        }
        """));
}
