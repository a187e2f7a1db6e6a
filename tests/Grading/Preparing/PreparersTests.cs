using System.Diagnostics;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Preparation;
using ExerciseKit.Tests.Preparation.Compilation;

namespace ExerciseKit.Tests.Grading.Preparing;

[TestFixture, CancelAfter(120_000)]
public sealed class PreparersTests
{
    private const string Right = "public static class Greeting { public static void Run(string[] names) { } public static Report Count((int X, int Y)[] pairs) => new(0); }";

    /// <summary>Each constant is as long as the two before it together.</summary>
    private static readonly string Huge =
        $"class Huge {{ const string A0 = \"xxxxxxxx\"; {string.Concat(Enumerable.Range(1, 27).Select(i => $"const string A{i} = A{i - 1} + A{i - 1};\n"))} static string M() => A27; }}";

    /// <summary>Each type is twice as long as the one before.</summary>
    private static readonly string Endless =
        $"class Endless {{ void M() {{ var a0 = (1, 1); {string.Concat(Enumerable.Range(1, 25).Select(i => $"var a{i} = (a{i - 1}, a{i - 1});\n"))} }} }}";

    [Test]
    public async Task What_is_prepared_in_another_process_is_what_is_prepared_in_this_one(CancellationToken cancellation)
    {
        await using var preparers = new Preparers();
        foreach (var source in (string[])[Right, "class Greeting { void Run() { missing(); } }", "class Other;", Right.Replace("{ }", "{ System.Environment.Exit(0); }", StringComparison.Ordinal)])
        {
            var there = await preparers.PrepareAsync(Compilers.Order(source), cancellation);
            var here = new ProgramPreparation().Prepare(Compilers.Order(source));
            if (there is ProgramReady ready && here is ProgramReady expected)
            {
                Assert.That(ready.Assembly, Is.EqualTo(expected.Assembly));
                Assert.That(ready.Symbols, Is.EqualTo(expected.Symbols));
                Assert.That((ready.EntryType, ready.ReuseIsSafe), Is.EqualTo((expected.EntryType, expected.ReuseIsSafe)));
            }
            else
            {
                Assert.That(there, Is.EqualTo(here).And.TypeOf<ProgramUnfit>());
            }
        }
    }

    [Test]
    public async Task One_process_prepares_one_hand_in_after_another(CancellationToken cancellation)
    {
        var started = 0;
        await using var preparers = new Preparers(() =>
        {
            started++;
            return PreparerProcess.Start();
        });
        for (var i = 0; i < 3; i++)
            Assert.That(await preparers.PrepareAsync(Compilers.Order(Right), cancellation), Is.TypeOf<ProgramReady>());
        Assert.That(started, Is.EqualTo(1));
    }

    [Test, Category("Slow")]
    public async Task A_source_that_takes_too_much_memory_of_a_new_process_is_beyond_a_limit_and_harms_no_other(CancellationToken cancellation)
    {
        var started = 0;
        await using var preparers = new Preparers(() =>
        {
            started++;
            return PreparerProcess.Start();
        });
        Assert.That(await preparers.PrepareAsync(Compilers.Order(Right), cancellation), Is.TypeOf<ProgramReady>());
        Assert.That(await preparers.PrepareAsync(Compilers.Order(Huge), cancellation), Is.EqualTo(ProgramUnfit.TooMuchMemory));
        Assert.That(started, Is.EqualTo(2), "What was used before was believed.");
        Assert.That(await preparers.PrepareAsync(Compilers.Order(Right), cancellation), Is.TypeOf<ProgramReady>());
    }

    [Test]
    public async Task A_source_that_takes_too_much_processor_time_is_beyond_a_limit_and_harms_no_other(CancellationToken cancellation)
    {
        var bounds = new Queue<TimeSpan?>([TimeSpan.FromSeconds(1), null]);
        await using var preparers = new Preparers(() => PreparerProcess.Start(bounds.Dequeue()));
        var unfit = (ProgramUnfit)await preparers.PrepareAsync(Compilers.Order(Endless), cancellation);
        Assert.That((unfit.Verdict, unfit.Message.En), Is.EqualTo((Verdict.Limit, "Compiling the source takes more than the 1 s of processor time that are allowed. Simplify it.")));
        Assert.That(await preparers.PrepareAsync(Compilers.Order(Right), cancellation), Is.TypeOf<ProgramReady>());
    }

    [Test]
    public async Task A_process_that_was_killed_is_replaced(CancellationToken cancellation)
    {
        await using var preparers = Killed(1);
        Assert.That(await preparers.PrepareAsync(Compilers.Order(Right), cancellation), Is.TypeOf<ProgramReady>());
    }

    [Test]
    public async Task A_source_that_brings_the_compiler_down_twice_where_another_one_does_not_is_at_fault(CancellationToken cancellation)
    {
        await using var preparers = Killed(2);
        var unfit = (ProgramUnfit)await preparers.PrepareAsync(Compilers.Order(Right), cancellation);
        Assert.That(unfit.Verdict, Is.EqualTo(Verdict.CompileError));
        Assert.That(unfit.Message.En, Does.StartWith("The compiler failed on this source, twice: its process ended with exit code "));
    }

    [Test]
    public async Task A_compiler_that_always_fails_is_the_graders_fault()
    {
        await using var preparers = Killed(3);
        Assert.That(
            () => preparers.PrepareAsync(Compilers.Order(Right), CancellationToken.None),
            Throws.TypeOf<GraderFaultException>().With.Message.StartsWith("The compiler failed on an empty source: its process ended with exit code "));
    }

    [Test]
    public async Task Whoever_does_not_wait_for_it_leaves_no_process(CancellationToken cancellation)
    {
        var ids = new List<int>();
        await using var preparers = new Preparers(() =>
        {
            var preparer = PreparerProcess.Start();
            ids.Add(preparer.Id);
            return preparer;
        });
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var endless = preparers.PrepareAsync(Compilers.Order(Endless), stopped.Token);
        await stopped.CancelAsync();
        Assert.That(() => endless, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => Process.GetProcessById(ids.Single()), Throws.ArgumentException);
    }

    /// <summary>Of the processes that are started the first so many are killed at once.</summary>
    private static Preparers Killed(int count) => new(() =>
    {
        var preparer = PreparerProcess.Start();
        if (count-- > 0)
            Process.GetProcessById(preparer.Id).Kill();
        return preparer;
    });
}
