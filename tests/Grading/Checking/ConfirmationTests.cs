using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Grading.Checking;

public sealed class ConfirmationTests
{
    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(60_000)]
    public async Task A_property_broken_where_nobody_can_go_on_is_confirmed(CancellationToken cancellation)
    {
        var program = bench.Prepare("Echo", "Run()", ("Echo.cs", """
            using ExerciseKit.Multiprocessing;

            public static class Echo
            {
                public static void Run()
                {
                    var both = new ProcessQueue<int>();
                    var child = ChildProcess.Create(Answer, both);
                    child.Start();
                    both.Put(1);
                    both.Get();
                    child.Join();
                }

                private static void Answer(ProcessQueue<int> both) => both.Put(both.Get() + 1);
            }
            """));
        var own = new Check("own", "Each takes what the other has sent", 1).Never("nobody takes its own", Observe.Deliveries, deliveries => deliveries.HasOwn);

        var explored = program.Explore(Scenario.Of("one queue", "Run"), Tier.Strict, [.. own.Properties], cancellation);

        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Violation));
        Assert.That(((Broken)explored.Outcome).Trace.Fault, Is.Null);
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }
}
