using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Exploration.Search;

/// <summary>Schedules that are tried in memory: which of them never end.</summary>
public sealed class SampledSearchTests
{
    private static readonly SamplingBudget Some = new(MaxSchedules: 200);

    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [TestCase("while (!right.TryAcquire()) { left.Release(); left.Acquire(); }", TestName = "Who_gives_his_fork_back_to_try_again_is_held_up_by_nobody_for_ever")]
    [TestCase("while (!right.TryAcquire()) { left.Release(); Thread.Sleep(10); left.Acquire(); }", TestName = "Who_sleeps_before_he_tries_again_is_held_up_by_nobody_for_ever")]
    [CancelAfter(60_000)]
    public void Who_gives_back_what_he_holds_comes_to_an_end(string tries, CancellationToken cancellation)
    {
        foreach (var tier in Enum.GetValues<Tier>())
            Assert.That(Dine(tries, tier, cancellation), Is.TypeOf<Sampled>(), $"{tier}");
    }

    [Test, CancelAfter(60_000)]
    public void Who_keeps_his_fork_and_asks_for_the_other_again_and_again_never_ends([Values] Tier tier, CancellationToken cancellation)
    {
        var outcome = Dine("while (!right.TryAcquire()) { }", tier, cancellation);

        Assert.That((outcome as Broken)?.Trace.Fault?.Verdict, Is.EqualTo(Verdict.Livelock));
    }

    [Test, CancelAfter(60_000)]
    public void A_schedule_for_which_there_is_no_room_is_given_up_and_none_is_tried_after_it(CancellationToken cancellation)
    {
        var outcome = Dine("right.Acquire();", Tier.Strict, cancellation, Some with { MaxEntries = 10 });

        Assert.That((outcome as Sampled)?.Schedules, Is.EqualTo(1));
        Assert.That(((Sampled)outcome).Unfinished, Is.EqualTo(1));
    }

    /// <summary>Three at a round table, a fork between each two.</summary>
    private SearchOutcome Dine(string tries, Tier tier, CancellationToken cancellation, SamplingBudget? sampling = null) => bench.Prepare("Table", "Run()", ("Table.cs", $$"""
        using ExerciseKit.Multiprocessing;

        public static class Table
        {
            public static void Run()
            {
                var forks = new[] { new ProcessLock(), new ProcessLock(), new ProcessLock() };
                var guests = Enumerable.Range(0, 3).Select(n => ChildProcess.Create(Eat, forks[n], forks[(n + 1) % 3])).ToList();
                guests.ForEach(guest => guest.Start());
                guests.ForEach(guest => guest.Join());
            }

            private static void Eat(ProcessLock left, ProcessLock right)
            {
                left.Acquire();
                {{tries}}
                right.Release();
                left.Release();
            }
        }
        """)).Sample(Scenario.Of("three guests", "Run"), tier, sampling ?? Some, cancellation);
}
