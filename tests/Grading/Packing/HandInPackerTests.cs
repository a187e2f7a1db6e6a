using System.IO.Compression;
using System.Text;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading.Packing;
using ExerciseKit.Tests.Grading.Submissions;

namespace ExerciseKit.Tests.Grading.Packing;

public sealed class HandInPackerTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    private SmallKit kit = null!;
    private TemporaryFolder student = null!;

    [SetUp]
    public void SetUp()
    {
        kit = SmallKit.WithTwoExercises();
        student = new TemporaryFolder();
        student.Write("exercises/01-one/One.cs", "class One { int answer; }");
        student.Write("exercises/01-one/Steps.cs", "class Steps;");
        student.Write("exercises/01-one/Program.cs", "// not the student's");
        student.Write("exercises/01-one/notes.txt", "to myself");
        File.Copy(Path.Combine(kit.Root, "exercises/02-two/Two.cs"), Path.Combine(Directory.CreateDirectory(Path.Combine(student.Path, "exercises/02-two")).FullName, "Two.cs"));
    }

    [TearDown]
    public void TearDown()
    {
        kit.Dispose();
        student.Dispose();
    }

    [Test]
    public void The_zip_holds_what_the_student_changed_and_the_manifest_alone()
    {
        var packed = Pack();

        Assert.That(NamesIn(packed.Zip), Is.EqualTo([HandInManifest.FileName, "exercises/01-one/One.cs", "exercises/01-one/Steps.cs"]));
        Assert.That(packed.Manifest.Student, Is.EqualTo("ann"));
        Assert.That(packed.Manifest.Exercises, Is.EqualTo([new PackedExercise("01-one", OwnVerdict.Solved)]));
    }

    [Test]
    public void The_same_files_give_the_same_bytes_but_for_the_time()
    {
        var (one, again, later) = (Pack(), Pack(), Pack(now: Monday.AddHours(1)));

        Assert.That(again.Zip, Is.EqualTo(one.Zip));
        Assert.That(later.Zip, Is.Not.EqualTo(one.Zip));
        Assert.That(later.Manifest with { PackedAt = Monday }, Is.EqualTo(one.Manifest));
    }

    [Test]
    public void What_was_packed_is_found_whole()
    {
        var opened = Open(Pack().Zip);

        Assert.That(opened.Faults.Concat(opened.Notes), Is.Empty);
        Assert.That(opened.Manifest.PackedAt, Is.EqualTo(Monday));
        Assert.That(opened.Files.Select(f => f.Path), Is.EqualTo(["exercises/01-one/One.cs", "exercises/01-one/Steps.cs"]));
    }

    [Test]
    public void Every_change_after_packing_is_named()
    {
        var zip = Changed(Pack().Zip, archive =>
        {
            Replace(archive, "exercises/01-one/One.cs", "class One { int another; }");
            archive.GetEntry("exercises/01-one/Steps.cs")!.Delete();
            Replace(archive, "exercises/01-one/Added.cs", "class Added;");
        });

        Assert.That(Open(zip).Faults, Is.EqualTo(
        [
            "exercises/01-one/One.cs is not what was packed: its SHA-256 differs from the manifest's.",
            "exercises/01-one/Steps.cs stands in the manifest and is not there.",
            "exercises/01-one/Added.cs was not packed by the kit: it does not stand in the manifest.",
        ]));
    }

    [Test]
    public void A_folder_wrapped_round_it_and_what_file_managers_leave_are_no_change()
    {
        var zip = Changed(Pack().Zip, archive =>
        {
            foreach (var entry in archive.Entries.ToList())
            {
                Replace(archive, "ann's hand-in/" + entry.FullName, Text(entry));
                entry.Delete();
            }

            Replace(archive, "ann's hand-in/.DS_Store", "Mac");
            Replace(archive, "__MACOSX/ann's hand-in/._exercises", "Mac");
        });

        Assert.That(Open(zip).Faults, Is.Empty);
    }

    [Test]
    public void A_newer_kits_hand_in_is_told_and_a_newer_format_is_refused()
    {
        var newerKit = Changed(Pack().Zip, archive => Edit(archive, "\"kitVersion\": \"0.1.0\"", "\"kitVersion\": \"99.1.0\""));
        var newerFormat = Changed(Pack().Zip, archive => Edit(archive, "exercisekit.hand-in/1", "exercisekit.hand-in/2"));

        Assert.That(Open(newerKit).Notes, Has.Some.Contains("kit 99.1.0, which is newer than this one"));
        Assert.That(() => Open(newerFormat), Throws.TypeOf<BadInputException>().With.Message.Contains("exercisekit.hand-in/2").And.Message.Contains("Update this kit"));
    }

    [Test]
    public void An_exercise_of_another_course_is_named()
    {
        var zip = Changed(Pack().Zip, archive => Edit(archive, "\"id\": \"01-one\"", "\"id\": \"71-elsewhere\""));

        Assert.That(Open(zip).Faults, Is.EqualTo(["71-elsewhere is no exercise of this course."]));
    }

    [TestCase("{", "can't be read")]
    [TestCase("[]", "names the format none")]
    [TestCase("""{ "format": "exercisekit.hand-in/1", "files": [null] }""", "can't be read")]
    [TestCase("""{ "format": "exercisekit.hand-in/1" }""", "can't be read")]
    public void A_manifest_that_is_none_is_refused(string manifest, string why)
    {
        var zip = Changed(Pack().Zip, archive => Replace(archive, HandInManifest.FileName, manifest));

        Assert.That(() => Open(zip), Throws.TypeOf<BadInputException>().With.Message.Contains(why));
    }

    [Test]
    public void A_zip_of_somebody_elses_making_is_refused_and_so_is_a_file_that_is_none()
    {
        Assert.That(() => Open(new ZipSketch().Add("One.cs", "class One;").ToBytes()), Throws.TypeOf<BadInputException>().With.Message.Contains("was not packed by `kit pack`"));
        Assert.That(() => Open(Encoding.UTF8.GetBytes("no zip")), Throws.TypeOf<BadInputException>().With.Message.Contains("Pack the hand-in"));
    }

    [Test]
    public void Nothing_is_packed_where_only_stubs_are_or_a_file_is_missing()
    {
        Assert.That(Pack(["02-two"]).Manifest.Exercises, Has.Count.EqualTo(1), "A stub that is named is packed.");
        File.Delete(Path.Combine(student.Path, "exercises/01-one/One.cs"));
        File.Delete(Path.Combine(student.Path, "exercises/01-one/Steps.cs"));

        Assert.That(() => Pack(), Throws.TypeOf<BadInputException>().With.Message.Contains("still its stub"));
        Assert.That(() => Pack(["01-one"]), Throws.TypeOf<BadInputException>().With.Message.Contains("One.cs").And.Message.StartsWith("Nothing was packed."));
    }

    private PackedBytes Pack(string[]? ids = null, DateTimeOffset? now = null) =>
        new HandInPacker(Catalog).Pack(Path.Combine(student.Path, "exercises"), ids ?? [], "ann", _ => OwnVerdict.Solved, now ?? Monday);

    private PackedHandIn Open(byte[] zip) => PackedHandIn.Open(student.Write("ann.zip", zip), Catalog);

    private ExerciseKit.Exercises.ExerciseCatalog Catalog => ExerciseKit.Exercises.ExerciseCatalog.Load(kit.Root);

    private static byte[] Changed(byte[] zip, Action<ZipArchive> change)
    {
        using var bytes = new MemoryStream();
        bytes.Write(zip);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
            change(archive);
        return bytes.ToArray();
    }

    private static void Edit(ZipArchive archive, string from, string to)
    {
        var manifest = Text(archive.GetEntry(HandInManifest.FileName)!);
        Assert.That(manifest, Does.Contain(from));
        Replace(archive, HandInManifest.FileName, manifest.Replace(from, to, StringComparison.Ordinal));
    }

    private static void Replace(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)?.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> NamesIn(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(e => e.FullName)];
    }
}
