using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Tests.Exploring;

/// <summary>A wait for a condition that must hold within some time looks at a clock of its own, which must not make each moment another state.</summary>
public sealed class DeadlineTests
{
    private static readonly Property Came = new Sometimes<int>("it came", Observe.Count(LinePattern.Like("came")), n => n == 1);
    private static readonly Property GaveUp = new Sometimes<int>("it gave up", Observe.Count(LinePattern.Like("gave up")), n => n == 1);

    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(60_000)]
    public void It_comes_in_exact_time_and_may_give_up_where_waits_may_take_any([Values] Tier tier, CancellationToken cancellation)
    {
        var program = bench.Prepare("Door", "Run()", ("Door.cs", """
            using ExerciseKit.Multiprocessing;

            public static class Door
            {
                public static void Run()
                {
                    var gate = new ProcessCondition();
                    var opened = new SharedValue<int>(0);
                    var visitor = ChildProcess.Create(Visit, gate, opened);
                    visitor.Start();
                    for (var turns = 0; turns < 3; turns++)
                    {
                        Thread.Sleep(1_000);
                        using (gate.EnterScope())
                        {
                            opened.Value++;
                            gate.NotifyAll();
                        }
                    }

                    visitor.Join();
                }

                private static void Visit(ProcessCondition gate, SharedValue<int> opened)
                {
                    using (gate.EnterScope())
                        Console.WriteLine(gate.WaitFor(() => opened.Value == 3, TimeSpan.FromSeconds(5)) ? "came" : "gave up");
                }
            }
            """));

        var explored = program.Explore(Scenario.Of("three turns", "Run"), tier, [Came, GaveUp], cancellation);

        Assert.That(explored.Outcome, Is.TypeOf<Covered>());
        Assert.That(((Covered)explored.Outcome).Reached, Is.EquivalentTo(tier == Tier.Strict ? [Came] : new[] { Came, GaveUp }));
        Assert.That(explored.RealRuns, Is.LessThan(100));
    }

    [Test, CancelAfter(60_000)]
    public void It_gives_up_when_the_time_is_over_whatever_it_was_told_meanwhile(CancellationToken cancellation)
    {
        var program = bench.Prepare("Door", "Run()", ("Door.cs", """
            using ExerciseKit.Multiprocessing;

            public static class Door
            {
                public static void Run()
                {
                    var gate = new ProcessCondition();
                    var visitor = ChildProcess.Create(Visit, gate);
                    visitor.Start();
                    for (var turns = 0; turns < 3; turns++)
                    {
                        Thread.Sleep(1_000);
                        using (gate.EnterScope())
                            gate.NotifyAll();
                    }

                    visitor.Join();
                }

                private static void Visit(ProcessCondition gate)
                {
                    using (gate.EnterScope())
                        Console.WriteLine(gate.WaitFor(() => false, TimeSpan.FromSeconds(2.5)) ? "came" : "gave up");
                }
            }
            """));

        var gaveUpAt = Observe.Occurrences(LinePattern.Like("gave up"));
        var explored = program.Explore(Scenario.Of("nobody opens", "Run"), Tier.Strict, [new AtEnd<Occurrences>("it gives up after 2.5 s", gaveUpAt, (so, _) => so == new Occurrences(1, TimeSpan.FromSeconds(2.5)))], cancellation);

        Assert.That(explored.Outcome, Is.TypeOf<Covered>());
    }

    [TestCase(Tier.Strict, 4), TestCase(Tier.Loose, 0), CancelAfter(60_000)]
    public async Task Where_time_is_exact_a_slow_start_holds_up_the_one_who_starts_and_not_the_child(Tier tier, int seconds, CancellationToken cancellation)
    {
        var program = bench.Prepare("Household", "Run()", ("Household.cs", """
            using ExerciseKit.Multiprocessing;

            public static class Household
            {
                public static void Run()
                {
                    ChildProcess.Create(Live).Start();
                    ChildProcess.Create(Live).Start();
                    Console.WriteLine("all are there");
                }

                private static void Live() => Thread.Sleep(1_000);
            }
            """));
        var scenario = Scenario.Of("slow", "Run").WithSlowStarts("slow", TimeSpan.FromSeconds(2));
        var there = new Check("there", "", 1).OnceAt("all are there", LinePattern.Like("all are there"), TimeSpan.FromSeconds(seconds)).MakespanIs(TimeSpan.FromSeconds(seconds));

        var explored = program.Explore(scenario, tier, [.. there.Properties.Where(p => p.Tiers.Contains(tier))], cancellation);

        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Passed));
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }
}
