using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Exploration.Behaviour;

/// <summary>Loops round the synchronizers: those that wait for what comes are right, those that wait for what never comes are livelocks.</summary>
public sealed class BusyWaitTests
{
    private const string Usings = "global using ExerciseKit.Multiprocessing;";

    private Workbench bench = null!;

    private static IEnumerable<string> Loops =>
    [
        "var done = new ProcessEvent(); if (isDone) ChildProcess.Create(Set, done).Start(); while (!done.IsSet) { }",
        "var done = new ProcessEvent(); if (isDone) ChildProcess.Create(Set, done).Start(); while (!done.Wait(TimeSpan.FromSeconds(1))) { }",
        "var done = new ProcessSemaphore(0); if (isDone) ChildProcess.Create(Give, done).Start(); while (!done.TryAcquire()) { }",
        "var done = new ProcessReentrantLock(); if (isDone) ChildProcess.Create(Write, done).Start(); while (true) { using var held = done.EnterScope(); if (File.Exists(\"done\")) break; }",
        "var done = new ProcessCondition(); if (isDone) ChildProcess.Create(Notify, done).Start(); using var held = done.EnterScope(); while (!File.Exists(\"done\")) done.Wait(TimeSpan.FromSeconds(1));",
    ];

    [OneTimeSetUp]
    public void Open() => bench = new Workbench();

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(60_000)]
    public async Task A_loop_that_looks_for_what_comes_is_right([ValueSource(nameof(Loops))] string loop, [Values] Tier tier, CancellationToken cancellation)
    {
        var program = Prepare(loop);
        var explored = program.Explore(Scenario.Of("it comes", "Run", true), tier, [], cancellation);
        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Passed), explored.Outcome.ToString());
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }

    [Test, CancelAfter(60_000)]
    public async Task A_loop_that_looks_for_what_never_comes_is_a_livelock([ValueSource(nameof(Loops))] string loop, CancellationToken cancellation)
    {
        var program = Prepare(loop);
        var explored = program.Explore(Scenario.Of("it never comes", "Run", false), Tier.Loose, [], cancellation);
        Assert.That(explored.Verdict, Is.EqualTo(Verdict.Livelock), explored.Outcome.ToString());
        Assert.That(await program.DifferenceAsync(explored, cancellation), Is.Null);
    }

    private ExplorableProgram Prepare(string loop) => bench.Prepare(
        "Looker",
        "Run(bool isDone)",
        ("Usings.cs", Usings),
        ("Looker.cs", $$"""
            public static class Looker
            {
                public static void Run(bool isDone)
                {
                    {{loop}}
                }

                private static void Set(ProcessEvent done) => done.Set();

                private static void Give(ProcessSemaphore done) => done.Release();

                private static void Write(ProcessReentrantLock done)
                {
                    using var held = done.EnterScope();
                    File.AppendAllText("done", "");
                }

                private static void Notify(ProcessCondition done)
                {
                    using var held = done.EnterScope();
                    File.AppendAllText("done", "");
                    done.Notify();
                }
            }
            """));
}
