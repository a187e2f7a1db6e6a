using System.Collections.Concurrent;
using ExerciseKit.Session.Watching;

namespace ExerciseKit.Tests.Session.Watching;

public sealed class SaveWatchTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Test, CancelAfter(60_000)]
    public void A_file_that_is_written_or_replaced_by_another_name_or_removed_was_saved()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("Spawn.cs", "one");
        using var heard = new Heard(folder.Path);

        File.WriteAllText(file, "two!");
        heard.Wait();
        File.WriteAllText(file + "~", "three");
        File.Move(file + "~", file, overwrite: true);
        heard.Wait();
        File.Delete(file);
        heard.Wait();
    }

    [Test, CancelAfter(60_000)]
    public void What_is_no_source_and_what_a_build_makes_is_no_save()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Spawn.cs", "one");
        using var heard = new Heard(folder.Path);

        folder.Write("notes.txt", "n");
        folder.Write(".Spawn.cs.swp", "n");
        folder.Write("obj/Debug/Made.cs", "n");
        folder.Write("Other.cs", "the one that counts");
        heard.Wait();

        Assert.That(heard.Count, Is.Zero);
    }

    [Test, CancelAfter(60_000)]
    public void A_save_is_found_where_events_are_lost_and_from_then_on_it_is_looked_all_the_time()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("Spawn.cs", "one");
        using var heard = new Heard(folder.Path);
        heard.Watch.LoseEvents();

        File.WriteAllText(file, "two!");
        heard.Wait();

        Assert.That(heard.Watch.IsPolling);
        Assert.That(heard.Polls, Does.Contain(true));
        File.WriteAllText(file, "three");
        heard.Wait();
    }

    [Test, CancelAfter(60_000)]
    public void A_folder_that_is_not_there_yet_or_goes_and_comes_again_is_watched()
    {
        using var folder = new TemporaryFolder();
        var exercise = Path.Combine(folder.Path, "01-spawn");
        using var heard = new Heard(exercise);

        Assert.That(heard.Watch.IsPolling);
        folder.Write("01-spawn/Spawn.cs", "one");
        heard.Wait();
        Directory.Delete(exercise, recursive: true);
        heard.Wait();
        folder.Write("01-spawn/Spawn.cs", "two!");
        heard.Wait();
    }

    [Test, CancelAfter(60_000)]
    public async Task A_watch_ends_when_nobody_wants_it_any_more()
    {
        using var folder = new TemporaryFolder();
        var heard = new Heard(folder.Path);

        heard.Dispose();

        await heard.Watch.Watching.WaitAsync(Bound);
    }

    [TestCase("ext4", ExpectedResult = false)]
    [TestCase("overlay", ExpectedResult = false)]
    [TestCase("9p", ExpectedResult = true)]
    [TestCase("nfs4", ExpectedResult = true)]
    [TestCase("fuse.sshfs", ExpectedResult = true)]
    public bool A_mount_where_others_write_raises_no_events(string kind) => MountKind.IsDeaf(
        "/mnt/c/my course",
        ["/dev/sda / ext4 rw 0 0", "tmpfs /mnt tmpfs rw 0 0", $@"C: /mnt/c/my\040course {kind} rw 0 0", "D: /mnt/c/my\\040courses 9p rw 0 0"]);

    private sealed class Heard : IDisposable
    {
        private readonly BlockingCollection<bool> saves = [];

        public Heard(string folder) => Watch = new SaveWatch(folder, () => saves.Add(true), Polls.Add);

        public SaveWatch Watch { get; }

        public ConcurrentBag<bool> Polls { get; } = [];

        public int Count => saves.Count;

        public void Wait() => Assert.That(saves.TryTake(out _, Bound), "The save was not told.");

        public void Dispose() => Watch.Dispose();
    }
}
