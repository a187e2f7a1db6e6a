using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Benchmarks.Rerunning;

/// <summary>A faulty program, run as it is or explored.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Program">Its class, and its file under <c>Programs/</c>.</param>
/// <param name="Entry">The entry's signature.</param>
/// <param name="Scenario">The setting in which it is explored.</param>
/// <param name="Arguments">The same setting for its Main.</param>
/// <param name="Verdict">How the fault shows.</param>
/// <param name="Shows">Whether a run shows the fault.</param>
internal sealed record RerunCase(string Name, string Program, string Entry, Scenario Scenario, string[] Arguments, Verdict Verdict, Func<ColdRun, bool> Shows)
{
    private const int Tickets = 2;
    private const string Sold = "bought a ticket";

    public IReadOnlyList<Property> Properties { get; init; } = [];

    public static IReadOnlyList<RerunCase> All { get; } =
    [
        Sale("sale, buyers started at once", 0, isWarmed: false),
        Sale("sale, 20 ms between the starts", 20, isWarmed: false),
        Sale("sale, started at once, calls warmed", 0, isWarmed: true),
        new(
            "two locks in both orders, 40 ms between the starts",
            "LockOrder",
            "Run(int pauseMilliseconds)",
            Scenario.Of("2 locks", "Run", 40),
            ["40"],
            Verdict.Deadlock,
            run => run.Errors.StartsWith("Deadlock:", StringComparison.Ordinal)),
    ];

    private static RerunCase Sale(string name, int pauseMilliseconds, bool isWarmed) => new(
        name,
        "TicketSale",
        "Run(string database, int pauseMilliseconds, bool isWarmed)",
        Scenario.Of("3 buyers, 2 tickets", "Run", "tickets.json", pauseMilliseconds, isWarmed).WithFile("tickets.json", $$"""{"tickets": {{Tickets}}}"""),
        [$"{pauseMilliseconds}", $"{isWarmed}"],
        Verdict.Violation,
        run => run.Output.Split('\n').Count(line => line.EndsWith(Sold, StringComparison.Ordinal)) > Tickets)
    {
        Properties = [new Never<int>($"no more than {Tickets} tickets are sold", Observe.Count(LinePattern.Like($"{{user}} {Sold}")), sold => sold > Tickets)],
    };
}
