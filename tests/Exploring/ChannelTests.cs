using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Tests.Exploring;

/// <summary>What exploring tells of programs with queues and pipes, and of the mistakes that courses warn of.</summary>
public sealed class ChannelTests
{
    private const string JoinsBeforeDraining = """
        using ExerciseKit.Multiprocessing;

        public static class Lesson
        {
            public static void Run()
            {
                var queue = new ProcessQueue<string>();
                var child = ChildProcess.Create(Fill, queue);
                child.Start();
                child.Join();
                Console.WriteLine(queue.Get());
            }

            private static void Fill(ProcessQueue<string> queue) => queue.Put("a long story");
        }
        """;

    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [TestCase(Tier.Strict), TestCase(Tier.Loose), CancelAfter(60_000)]
    public async Task Joining_before_the_queue_is_drained_hangs_where_the_buffer_is_too_small(Tier tier, CancellationToken cancellation)
    {
        var program = bench.Prepare("Lesson", "Run()", ("Lesson.cs", JoinsBeforeDraining));
        var scenario = Scenario.Of("a small buffer", "Run").WithQueueBuffer(4);

        var explored = program.Explore(scenario, tier, [], cancellation);

        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Deadlock));
        Assert.That(((Broken)explored.Outcome).Trace.Fault!.Cycle.Select(link => link.En), Has.One.StartsWith("Process-1 (Fill) waits").And.EndsWith("for its items in the queue to be taken"));
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }

    [TestCase(Tier.Strict), TestCase(Tier.Loose), CancelAfter(60_000)]
    public async Task Joining_before_the_queue_is_drained_passes_where_the_buffer_takes_it_all(Tier tier, CancellationToken cancellation)
    {
        var program = bench.Prepare("Lesson", "Run()", ("Lesson.cs", JoinsBeforeDraining));

        foreach (var scenario in (Scenario[])[Scenario.Of("any buffer", "Run"), Scenario.Of("a large buffer", "Run").WithQueueBuffer(100)])
        {
            var explored = program.Explore(scenario, tier, [], cancellation);
            Assert.That(explored.Verdict, Is.EqualTo(Verdict.Passed));
            Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
        }
    }

    [TestCase("queue.TryGet(out _)"), TestCase("!queue.IsEmpty"), TestCase("queue.Count > 0"), CancelAfter(60_000)]
    public async Task Asking_an_empty_queue_for_ever_is_a_livelock_only_if_nobody_puts(string question, CancellationToken cancellation)
    {
        foreach (var (puts, verdict) in ((bool, Verdict)[])[(true, Verdict.Passed), (false, Verdict.Livelock)])
        {
            var program = bench.Prepare("Lesson", "Run()", ("Lesson.cs", $$"""
                using ExerciseKit.Multiprocessing;

                public static class Lesson
                {
                    public static void Run()
                    {
                        var queue = new ProcessQueue<int>();
                        ChildProcess.Create(Fill, queue).Start();
                        while (!({{question}}))
                        {
                        }
                    }

                    private static void Fill(ProcessQueue<int> queue)
                    {
                        {{(puts ? "queue.Put(1);" : "")}}
                    }
                }
                """));

            var explored = program.Explore(Scenario.Of("a question", "Run"), Tier.Strict, [], cancellation);

            Assert.That(explored.Verdict, Is.EqualTo(verdict), explored.Outcome.ToString());
            Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
        }
    }

    [Test, CancelAfter(60_000)]
    public void Looking_before_taking_the_last_item_is_found_out(CancellationToken cancellation)
    {
        var program = bench.Prepare("Lesson", "Run()", ("Lesson.cs", """
            using ExerciseKit.Multiprocessing;

            public static class Lesson
            {
                public static void Run()
                {
                    var queue = new ProcessQueue<int>();
                    queue.Put(1);
                    ChildProcess.Create(Take, queue).Start();
                    ChildProcess.Create(Take, queue).Start();
                }

                private static void Take(ProcessQueue<int> queue)
                {
                    if (!queue.IsEmpty)
                        queue.Get();
                }
            }
            """));

        var explored = program.Explore(Scenario.Of("one item", "Run"), Tier.Strict, [], cancellation);

        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Deadlock));
        Assert.That(((Broken)explored.Outcome).Preemptions, Is.EqualTo(1));
    }

    [Test, CancelAfter(120_000)]
    public async Task Two_producers_and_two_consumers_are_covered(CancellationToken cancellation)
    {
        var program = bench.Prepare("Lesson", "Run(int items)", ("Lesson.cs", """
            using ExerciseKit.Multiprocessing;

            public static class Lesson
            {
                public static void Run(int items)
                {
                    var queue = new ProcessQueue<int?>();
                    var producers = new[] { ChildProcess.Create(Produce, queue, items), ChildProcess.Create(Produce, queue, items) };
                    var consumers = new[] { ChildProcess.Create(Consume, queue), ChildProcess.Create(Consume, queue) };
                    foreach (var process in producers.Concat(consumers))
                        process.Start();
                    foreach (var producer in producers)
                        producer.Join();
                    foreach (var consumer in consumers)
                        queue.Put(null);
                    foreach (var consumer in consumers)
                        consumer.Join();
                }

                private static void Produce(ProcessQueue<int?> queue, int items)
                {
                    for (var i = 0; i < items; i++)
                        queue.Put(i);
                }

                private static void Consume(ProcessQueue<int?> queue)
                {
                    while (queue.Get() is { } item)
                        Console.WriteLine(item);
                }
            }
            """));

        var explored = program.Explore(Scenario.Of("2 × 3 items", "Run", 3), Tier.Strict, [], cancellation);

        TestContext.Out.WriteLine($"{explored.Outcome.States} states, {explored.RealRuns} real runs, {explored.Elapsed}");
        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Passed));
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }
}
