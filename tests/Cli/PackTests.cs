using ExerciseKit.Tests.Session;

namespace ExerciseKit.Tests.Cli;

public sealed class PackTests
{
    [Test, CancelAfter(120_000)]
    public async Task What_is_packed_can_be_checked_unpacked_and_graded()
    {
        using var student = new CourseFolder();
        student.Write();
        student.Put("exercises/02-join/Join.cs", "public static class Join { }");

        var pack = await KitProcess.RunAsync(student.Root, "pack", "--student", "2026/ann");
        var zip = student.PathOf("2026_ann.zip");
        var check = await KitProcess.RunAsync(student.Root, "unpack", "--check", zip, "--lang", "zh");
        var unpack = await KitProcess.RunAsync(student.Root, "unpack", zip, "looked at");
        var again = await KitProcess.RunAsync(student.Root, "unpack", zip, "looked at");

        Assert.That((pack.ExitCode, check.ExitCode, unpack.ExitCode, again.ExitCode), Is.EqualTo((0, 0, 0, 2)), pack.Error + check.Error + unpack.Error);
        Assert.That(pack.Output, Does.Contain("1 file of 1 exercise").And.Contain("02-join"));
        Assert.That(check.Output, Does.Contain("与打包时一致").And.Contain("2026/ann"));
        Assert.That(student.Read("looked at/exercises/02-join/Join.cs"), Is.EqualTo("public static class Join { }"));
        Assert.That(again.Error, Does.Contain("is there already"));
    }

    [Test, CancelAfter(120_000)]
    public async Task A_zip_that_was_changed_ends_with_1_and_unpacks_nothing()
    {
        using var student = new CourseFolder();
        student.Write();
        student.Put("exercises/02-join/Join.cs", "public static class Join { }");
        await KitProcess.RunAsync(student.Root, "pack", "02", "--out", "mine.zip");
        var zip = student.PathOf("mine.zip");
        using (var archive = System.IO.Compression.ZipFile.Open(zip, System.IO.Compression.ZipArchiveMode.Update))
            archive.GetEntry("exercises/02-join/Join.cs")!.Delete();

        var run = await KitProcess.RunAsync(student.Root, "unpack", zip);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Contain("stands in the manifest and is not there"));
        Assert.That(Directory.Exists(student.PathOf("mine")), Is.False);
    }
}
