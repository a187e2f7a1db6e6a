using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Tests.Exploring;

/// <summary>What a test learns from the workbench when a program is not fit or not covered.</summary>
public sealed class WorkbenchTests
{
    private const string Greeting = """
        using ExerciseKit.Multiprocessing;

        public static class Greeting
        {
            public static void Run(int count)
            {
                for (var i = 0; i < count; i++)
                    ChildProcess.Create(Greet).Start();
            }

            private static void Greet() => File.AppendAllText("guests", "x");
        }
        """;

    private Workbench bench = null!;

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(60_000)]
    public async Task A_covered_program_passes_and_its_samples_run_as_predicted(CancellationToken cancellation)
    {
        var program = bench.Prepare("Greeting", "Run(int count)", ("Greeting.cs", Greeting));

        var explored = program.Explore(Scenario.Of("2 guests", "Run", 2), Tier.Strict, [], cancellation);

        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Passed));
        Assert.That(explored.RealRuns, Is.Positive);
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }

    [Test, CancelAfter(60_000)]
    public void A_search_beyond_its_budget_has_no_verdict(CancellationToken cancellation)
    {
        var program = bench.Prepare("Greeting", "Run(int count)", ("Greeting.cs", Greeting));

        var explored = program.Explore(Scenario.Of("2 guests", "Run", 2), Tier.Loose, [], cancellation, new SearchBudget(MaxStates: 2));

        Assert.That(explored.Verdict, Is.Null);
        Assert.That(explored.Outcome, Is.TypeOf<OutOfBudget>());
        Assert.That(() => program.DifferenceAsync(explored, cancellation), Throws.InvalidOperationException);
    }

    [TestCase("File.AppendAllText(\"all\", new string('x', 3_200));", TestName = "A_text_that_grows_in_the_kernel_is_part_of_what_a_search_may_keep")]
    [TestCase("Console.WriteLine(new string((char)('a' + i), 9_600));", TestName = "A_text_that_processes_carry_is_part_of_what_a_search_may_keep")]
    [CancelAfter(60_000)]
    public void Text_is_part_of_what_a_search_may_keep(string statement, CancellationToken cancellation)
    {
        var budget = new SearchBudget(MaxEntries: 1_000);
        SearchOutcome Explored(string text) => bench
            .Prepare("Greeting", "Run(int count)", ("Greeting.cs", $$"""
                using ExerciseKit.Multiprocessing;

                public static class Greeting
                {
                    public static void Run(int count)
                    {
                        var guests = Enumerable.Range(0, count).Select(_ => ChildProcess.Create(Greet)).ToList();
                        guests.ForEach(g => g.Start());
                        guests.ForEach(g => g.Join());
                    }

                    private static void Greet()
                    {
                        for (var i = 0; i < 4; i++)
                            {{text}}
                    }
                }
                """))
            .Explore(Scenario.Of("2 guests", "Run", 2), Tier.Loose, [], cancellation, budget).Outcome;

        Assert.That(Explored(statement.Replace("00", "", StringComparison.Ordinal)), Is.TypeOf<Covered>());
        Assert.That(((OutOfBudget)Explored(statement)).Limit.En, Does.StartWith("1000 agents, objects and pieces of text in "));
    }

    [Test, CancelAfter(60_000)]
    public void A_search_beyond_its_patience_has_no_verdict(CancellationToken cancellation)
    {
        var program = bench.Prepare("Greeting", "Run(int count)", ("Greeting.cs", Greeting));

        var explored = program.Explore(Scenario.Of("2 guests", "Run", 2), Tier.Loose, [], new SearchBudget(), cancellation, patience: new CancellationToken(canceled: true));

        Assert.That(explored.Outcome, Is.TypeOf<OutOfBudget>().With.Property("Limit").Property("En").EqualTo("the time that one search may take"));
    }

    [TestCase("public static class Greeting { public static void Run() => Nobody(); }", "CS0103")]
    [TestCase("public static class Greeting { public static void Run() => new Thread(() => { }).Start(); }", "Thread")]
    [TestCase("public static class Greeting { public static void Walk() { } }", "no method Run")]
    public void A_program_that_no_hand_in_could_be_is_refused_with_the_reason(string source, string reason) =>
        Assert.That(() => bench.Prepare("Greeting", "Run()", ("Greeting.cs", source)), Throws.ArgumentException.With.Message.Contains(reason));
}
