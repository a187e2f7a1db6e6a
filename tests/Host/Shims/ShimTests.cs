using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Host.Shims;
using ExerciseKit.Tests.Preparation.Rewriting;

namespace ExerciseKit.Tests.Host.Shims;

[NonParallelizable]
[CancelAfter(60_000)]
public sealed class ShimTests
{
    private ScriptedLink link = new();

    [SetUp]
    public void Begin() => AgentSession.Current = new AgentSession(link = new ScriptedLink());

    [TearDown]
    public void End() => AgentSession.Current = null;

    [Test]
    public void A_refused_operation_is_the_frameworks_exception()
    {
        Assert.That(() => FileShim.ReadAllText("none"), Throws.InstanceOf<FileNotFoundException>().With.Message.Contains("none"));
        Assert.That(() => FileShim.ReadAllText(""), Throws.ArgumentException);
        Assert.That(() => FileShim.WriteAllText(null!, "x"), Throws.ArgumentNullException);
        Assert.That(() => ThreadShim.Sleep(-2), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_copy_does_not_overwrite_unless_told()
    {
        FileShim.WriteAllText("a", "1");
        FileShim.WriteAllText("b", "2");
        Assert.That(() => FileShim.Copy("a", "b"), Throws.InstanceOf<IOException>().With.Message.Contains("'b'"));
        FileShim.Copy("a", "b", overwrite: true);
        Assert.That(link.Files["b"], Is.EqualTo("1"));
    }

    [Test]
    public void Lines_are_written_after_the_file_was_emptied_and_what_they_read_is_empty()
    {
        FileShim.WriteAllText("f", "old");
        FileShim.WriteAllLines("f", Lines());
        Assert.That(link.Files["f"], Is.EqualTo("<>\nend\n"));
        static IEnumerable<string> Lines()
        {
            yield return $"<{FileShim.ReadAllText("f")}>";
            yield return "end";
        }
    }

    [Test]
    public void Lines_read_are_split_as_the_framework_splits_them()
    {
        FileShim.WriteAllText("f", "a\r\nb\n\nc");
        Assert.That(FileShim.ReadAllLines("f"), Is.EqualTo(["a", "b", "", "c"]));
    }

    [Test]
    public void The_shared_generator_is_a_new_one_in_each_session()
    {
        var first = new[] { RandomShim.Shared.Next(), RandomShim.Shared.Next() };
        Begin();
        Assert.That(new[] { RandomShim.Shared.Next(), RandomShim.Shared.Next() }, Is.EqualTo(first));
        Assert.That(link.Asked.Select(a => a.Operation), Is.EqualTo(new[] { new DrawSeed() }));
    }

    [Test]
    public void A_stopwatch_counts_what_it_ran_and_nothing_else()
    {
        var watch = StopwatchShim.StartNew();
        ThreadShim.Sleep(100);
        watch.Stop();
        ThreadShim.Sleep(1000);
        watch.Start();
        ThreadShim.Sleep(10);
        Assert.That(watch.ElapsedMilliseconds, Is.EqualTo(110));
        watch.Restart();
        Assert.That((watch.Elapsed, watch.IsRunning), Is.EqualTo((TimeSpan.Zero, true)));
    }

    [Test]
    public void No_operation_is_asked_for_once_the_run_is_over()
    {
        AgentSession.Current!.IsAborted = true;
        Assert.That(() => ConsoleShim.WriteLine("x"), Throws.InstanceOf<RunAbortedException>());
        Assert.That(() => CallSites.Enter("f", 1, 0), Throws.InstanceOf<RunAbortedException>());
        Assert.That(() => RunState.EnterFinally(), Throws.InstanceOf<RunAbortedException>());
        Assert.That(RunState.Admits(new InvalidOperationException()), Is.False);
        Assert.That(link.Asked, Is.Empty);
        LoopBudget.Begin(0);
    }
}
