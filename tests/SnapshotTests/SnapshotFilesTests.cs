using ExerciseKit.Snapshots;

namespace ExerciseKit.Tests.SnapshotTests;

public sealed class SnapshotFilesTests
{
    [Test]
    public async Task A_text_that_is_not_approved_fails_and_is_received()
    {
        using var folder = new TemporaryFolder();
        var files = Files(folder);

        Assert.That(async () => await files.CompareAsync("one\n", default), Throws.InstanceOf<SnapshotMismatchException>()
            .With.Message.Contains("Nothing is approved yet").And.Message.Contains($"mv '{files.Received}' '{files.Verified}'"));
        Assert.That(await File.ReadAllTextAsync(files.Received), Is.EqualTo("one\n"));
    }

    [Test]
    public async Task An_approved_text_passes_and_removes_what_was_received_before()
    {
        using var folder = new TemporaryFolder();
        var files = Files(folder);
        Assert.That(async () => await files.CompareAsync("one\r\ntwo", default), Throws.InstanceOf<SnapshotMismatchException>());
        File.Copy(files.Received, files.Verified);

        await files.CompareAsync("one\ntwo", default);

        Assert.That(File.Exists(files.Received), Is.False);
    }

    [Test]
    public void A_text_that_differs_fails_with_the_lines_that_do()
    {
        using var folder = new TemporaryFolder();
        var files = Files(folder);
        File.WriteAllText(files.Verified, "a\nb\nc\nd\ne\nf\ng\nh");

        Assert.That(
            async () => await files.CompareAsync("a\nb\nc\nd\ne\nF\ng \n h", default),
            Throws.InstanceOf<SnapshotMismatchException>().With.Message.Contains("  …\n  d\n  e\n- f\n- g\n- h\n+ F\n+ g·\n+  h\n"));
    }

    [Test]
    public void A_newline_more_at_the_end_is_a_difference()
    {
        using var folder = new TemporaryFolder();
        var files = Files(folder);
        File.WriteAllText(files.Verified, "a");

        Assert.That(async () => await files.CompareAsync("a\n", default), Throws.InstanceOf<SnapshotMismatchException>());
    }

    [TestCase("one", 3)]
    public async Task A_test_with_arguments_has_its_snapshot_beside_it_under_their_names(string text, int number) =>
        await Verify($"{text} {number}");

    private static SnapshotFiles Files(TemporaryFolder folder) => SnapshotFiles.Of(folder.Path, "Some.Test", "txt");
}
