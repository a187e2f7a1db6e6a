using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.Hosting.Running;

/// <summary>Processes that wait in their hosts for whatever a search wants to know next.</summary>
public sealed class WaitingProcessTests
{
    private const string Taker = """
        using ExerciseKit.Multiprocessing;

        public static class Taker
        {
            public static void Run()
            {
                var gate = new ProcessLock();
                for (var tries = 1; tries <= 3; tries++)
                    Console.WriteLine($"{tries} {gate.TryAcquire()}");
            }
        }
        """;

    private static readonly Target Run = new("Taker", "Run", "*");

    private static readonly Payload NoArguments = new("[]", []);

    private Workbench bench = null!;
    private ExplorableProgram program = null!;

    [OneTimeSetUp]
    public void Open()
    {
        bench = new Workbench();
        program = bench.Prepare("Taker", "Run()", ("Taker.cs", Taker));
    }

    [OneTimeTearDown]
    public async Task Close() => await bench.DisposeAsync();

    [Test, CancelAfter(60_000)]
    public void Whoever_goes_on_from_where_a_process_waits_begins_no_run(CancellationToken cancellation)
    {
        var probe = program.Probe(cancellation);
        var before = program.NextRun();

        Assert.That(Lines(probe.Run(Run, NoArguments, [Done.Instance])), Is.Empty);
        Assert.That(Lines(probe.Run(Run, NoArguments, [Done.Instance, Flag.True])), Is.EqualTo(["1 True"]));
        Assert.That(Lines(probe.Run(Run, NoArguments, [Done.Instance, Flag.True, Done.Instance, Flag.False])), Is.EqualTo(["1 True", "2 False"]));

        probe.Release();
        Assert.That(program.NextRun() - before, Is.EqualTo(2), "one run, and this question's own number");
    }

    [Test, CancelAfter(60_000)]
    public void Whoever_asks_for_another_way_is_told_of_that_one(CancellationToken cancellation)
    {
        var probe = program.Probe(cancellation);

        Assert.That(Lines(probe.Run(Run, NoArguments, [Done.Instance, Flag.True])), Is.EqualTo(["1 True"]));
        Assert.That(Lines(probe.Run(Run, NoArguments, [Done.Instance, Flag.False, Done.Instance, Flag.False])), Is.EqualTo(["1 False", "2 False"]));
        Assert.That(Lines(probe.Run(Run, NoArguments, [Done.Instance, Flag.True, Done.Instance, Flag.True])), Is.EqualTo(["1 True", "2 True"]));

        probe.Release();
    }

    private static IEnumerable<string> Lines(ExerciseKit.Exploration.Behaviour.LearntRun learnt) =>
        learnt.Operations.Select(asked => asked.Operation).OfType<WriteConsole>().Select(written => written.Text.TrimEnd());
}
