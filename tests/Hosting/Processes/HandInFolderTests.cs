using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Tests.Hosting.Processes;

[NonParallelizable, CancelAfter(60_000), Platform(Exclude = "Win")]
public sealed class HandInFolderTests
{
    private PrivateTemp temp = null!;

    [SetUp]
    public void Make() => temp = new PrivateTemp();

    [TearDown]
    public void Remove() => temp.Dispose();

    [Test]
    public void One_that_somebody_uses_stays_and_one_that_a_killed_grader_left_goes()
    {
        var used = HandInFolder.Create();
        var left = Path.Combine(temp.Path, "kit-left");
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, "lock"), "ExerciseKit made the folder kit-left for a hand-in, and removes it when nobody holds this file.\n");

        var next = HandInFolder.Create();

        Assert.That(Directory.Exists(used.Programs), Is.True);
        Assert.That(Directory.Exists(left), Is.False);
        used.Delete();
        next.Delete();
        Assert.That(temp.Files, Is.Empty);
    }

    [TestCase("")]
    [TestCase("held by another program\n")]
    [TestCase("ExerciseKit made the folder kit-other for a hand-in, and removes it when nobody holds this file.\n")]
    public void One_that_does_not_bear_the_kits_mark_stays_with_all_that_is_in_it(string inTheLock)
    {
        var others = Path.Combine(temp.Path, "kit-of-another-program");
        Directory.CreateDirectory(others);
        File.WriteAllText(Path.Combine(others, "lock"), inTheLock);
        File.WriteAllText(Path.Combine(others, "thesis"), "years of work");

        HandInFolder.Create().Delete();

        Assert.That(File.ReadAllText(Path.Combine(others, "thesis")), Is.EqualTo("years of work"));
    }

    [Test]
    public void Graders_that_begin_at_the_same_time_do_not_take_each_others_away()
    {
        const int graders = 4;
        const int times = 500;
        using var ready = new Barrier(graders);

        var work = Enumerable.Range(0, graders).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < times; i++)
                {
                    ready.SignalAndWait(TestContext.CurrentContext.CancellationToken);
                    var folder = HandInFolder.Create();
                    File.WriteAllText(Path.Combine(folder.Programs, "program"), "");
                    folder.Delete();
                }
            },
            TaskCreationOptions.LongRunning)).ToArray();

        Assert.That(async () => await Task.WhenAll(work), Throws.Nothing);
        Assert.That(temp.Files, Is.Empty);
    }
}
