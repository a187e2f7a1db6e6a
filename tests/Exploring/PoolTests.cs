using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Tests.Exploring;

/// <summary>What it costs to prove programs with a pool.</summary>
public sealed class PoolTests
{
    private const string Mapping = "return pool.Map(Square, numbers);";

    private const string WithCallbacks = """
        var results = new List<PoolResult<int>>();
        foreach (var number in numbers)
            results.Add(pool.ApplyAsync(Square, number, _ => Console.WriteLine($"{number} done")));
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return results.Select(r => r.Get()).ToArray();
        """;

    private const string GettingLate = """
        var results = numbers.Select(n => pool.ApplyAsync(Square, n)).ToList();
        var squares = results.Select(r => r.Get()).ToArray();
        pool.Close();
        pool.Join();
        return squares;
        """;

    private const string GettingAtOnce = """
        var squares = numbers.Select(n => pool.ApplyAsync(Square, n).Get()).ToArray();
        pool.Close();
        pool.Join();
        return squares;
        """;

    private static readonly Dictionary<string, string> Bodies = new()
    {
        [nameof(Mapping)] = Mapping,
        [nameof(WithCallbacks)] = WithCallbacks,
        [nameof(GettingLate)] = GettingLate,
        [nameof(GettingAtOnce)] = GettingAtOnce,
    };

    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [TestCase(nameof(Mapping), Tier.Strict, 2, 4, 2, 500)]
    [TestCase(nameof(Mapping), Tier.Loose, 2, 4, 0, 2000)]
    [TestCase(nameof(WithCallbacks), Tier.Strict, 2, 4, 2, 500)]
    [TestCase(nameof(WithCallbacks), Tier.Loose, 2, 4, 0, 20_000)]
    [TestCase(nameof(GettingLate), Tier.Strict, 2, 3, 2, 500)]
    [TestCase(nameof(GettingLate), Tier.Loose, 2, 3, 0, 2000)]
    [TestCase(nameof(GettingLate), Tier.Strict, 3, 4, 2, 500)]
    [TestCase(nameof(GettingLate), Tier.Loose, 3, 4, 0, 2000)]
    [TestCase(nameof(GettingAtOnce), Tier.Strict, 2, 3, 3, 500)]
    [TestCase(nameof(GettingAtOnce), Tier.Loose, 2, 3, 0, 2000)]
    [CancelAfter(60_000)]
    public async Task Squares_on_a_pool_are_proved_in_few_states(string way, Tier tier, int workers, int tasks, int seconds, int maxStates, CancellationToken cancellation)
    {
        var program = bench.Prepare("PoolWork", "int[] Run(int workers, int[] numbers)", ("PoolWork.cs", Text(way)));
        var numbers = Enumerable.Range(1, tasks).ToArray();
        Property[] properties =
        [
            new AtEnd<int>("the squares are right and in order", Observe.Nothing, (_, end) => end.Result<int[]>() is { } squares && squares.SequenceEqual(numbers.Select(n => n * n))),
            new AtEnd<int>("it takes as long as it must", Observe.Nothing, (_, end) => tier == Tier.Loose || end.Makespan == TimeSpan.FromSeconds(seconds)),
            new Never<int>("no more at once than there are workers", Observe.Inside(new TaskStartPattern(), new TaskEndPattern()), inside => inside > workers),
        ];

        var explored = program.Explore(Scenario.Of("squares", "Run", workers, numbers), tier, properties, cancellation);

        TestContext.Out.WriteLine($"{explored.Outcome.States} states, {explored.RealRuns} real runs, {explored.Elapsed.TotalSeconds:0.00} s");
        Assert.That(explored.Outcome, Is.TypeOf<Covered>(), () => explored.Outcome.ToString()!);
        Assert.That(explored.Outcome.States, Is.LessThan(maxStates));
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }

    private static string Text(string way) => $$"""
        using ExerciseKit.Multiprocessing;

        public static class PoolWork
        {
            public static int[] Run(int workers, int[] numbers)
            {
                using var pool = new ProcessPool(workers);
                {{Bodies[way]}}
            }

            private static int Square(int n)
            {
                Thread.Sleep(TimeSpan.FromSeconds(1));
                return n * n;
            }
        }
        """;
}
