using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Tests.Session;

public sealed partial class FolderWritingTests
{
    private const string Stub = "exercises/07-ticket-sale/TicketSale.cs";
    private const string Given = "exercises/07-ticket-sale/TicketFile.cs";

    [Test]
    public void A_new_folder_holds_each_exercise_and_what_editors_want_and_nothing_that_gives_answers_away()
    {
        using var student = new CourseFolder();

        var changes = student.Write(Language.English);

        Assert.That(changes.Select(c => c.Fate), Is.All.EqualTo(FileFate.Written));
        foreach (var exercise in student.Course.Exercises)
        {
            string[] expected = [.. exercise.Files, .. exercise.Given, "README.md", exercise.Id + ".csproj"];
            Assert.That(Directory.GetFileSystemEntries(student.Folder.Of(exercise)).Select(Path.GetFileName), Is.EquivalentTo(expected), exercise.Id);
        }

        Assert.That(
            Directory.GetFileSystemEntries(student.Root).Select(Path.GetFileName),
            Is.EquivalentTo([".editorconfig", ".gitattributes", ".gitignore", ".kit", ".vscode", "exercises", "exercises.slnx", "tests"]));
        Assert.That(Directory.GetFiles(student.PathOf(".vscode")).Select(Path.GetFileName), Is.EquivalentTo(["extensions.json", "launch.json", "tasks.json"]));
        Assert.That(student.Read("exercises.slnx"), Does.Contain("exercises/01-spawn/01-spawn.csproj").And.Contain("exercises/21-process-per-client/21-process-per-client.csproj"));
    }

    [TestCase(Language.English)]
    [TestCase(Language.Chinese)]
    public void The_sheets_are_in_the_chosen_language_and_their_links_lead_somewhere(Language language)
    {
        using var student = new CourseFolder();

        student.Write(language);

        foreach (var sheet in Directory.GetFiles(student.Folder.Exercises, "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(sheet);
            Assert.That(text.Any(c => c is >= '一' and <= '鿿'), Is.EqualTo(language == Language.Chinese), sheet);
            foreach (Match link in Link().Matches(text))
                Assert.That(Path.Exists(Path.Combine(Path.GetDirectoryName(sheet)!, link.Groups[1].Value)), $"{sheet}: {link.Value}");
        }
    }

    [Test]
    public void Writing_again_changes_nothing_that_a_student_wrote_and_puts_back_what_is_missing()
    {
        using var student = new CourseFolder();
        student.Write();
        student.Put(Stub, "mine");
        student.Put(Given, "mine, too");
        student.Put("exercises/07-ticket-sale/Notes.txt", "remember");
        File.Delete(student.PathOf("exercises/01-spawn/README.md"));

        var changes = student.Write();

        Assert.That(changes.Where(c => c.Fate != FileFate.Same), Is.EquivalentTo(
        [
            new FolderChange("exercises/01-spawn/README.md", FileFate.Written),
            new FolderChange(Stub, FileFate.Kept),
            new FolderChange(Given, FileFate.Kept),
        ]));
        Assert.That(student.Read(Stub), Is.EqualTo("mine"));
        Assert.That(student.Read(Given), Is.EqualTo("mine, too"));
        Assert.That(student.Read("exercises/07-ticket-sale/Notes.txt"), Is.EqualTo("remember"));
    }

    [Test]
    public void A_newer_course_renews_what_nobody_has_changed_and_puts_the_rest_beside()
    {
        using var old = SmallKit.WithTwoExercises();
        AddSheets(old, "old");
        using var student = new CourseFolder(ExerciseCatalog.Load(old.Root));
        student.Write();
        student.Put("exercises/02-two/README.md", "my notes in the sheet");
        student.Put("exercises/02-two/Two.cs", "my answer");
        AddSheets(old, "new");

        var changes = student.Write(course: ExerciseCatalog.Load(old.Root));

        Assert.That(changes.Where(c => c.Fate != FileFate.Same), Is.EquivalentTo(
        [
            new FolderChange("exercises/01-one/README.md", FileFate.Renewed),
            new FolderChange("exercises/02-two/README.md", FileFate.KeptBesideNewer),
            new FolderChange("exercises/02-two/Two.cs", FileFate.Kept),
        ]));
        Assert.That(student.Read("exercises/01-one/README.md"), Does.Contain("new"));
        Assert.That(student.Read("exercises/02-two/README.md"), Is.EqualTo("my notes in the sheet"));
        Assert.That(student.Read("exercises/02-two/README.md.new"), Does.Contain("new"));
        Assert.That(student.Write(course: ExerciseCatalog.Load(old.Root)).Where(c => c.Fate == FileFate.KeptBesideNewer), Is.Empty, "What was offered once is not offered again.");
    }

    [Test]
    public void Line_ends_that_an_editor_or_git_has_changed_are_no_change()
    {
        using var student = new CourseFolder();
        student.Write();
        student.Put("exercises/01-spawn/README.md", student.Read("exercises/01-spawn/README.md").ReplaceLineEndings("\r\n"));

        Assert.That(student.Write().Select(c => c.Fate), Is.All.EqualTo(FileFate.Same));
    }

    [Test]
    public void Without_the_record_of_what_kit_wrote_nothing_is_replaced()
    {
        using var old = SmallKit.WithTwoExercises();
        AddSheets(old, "old");
        using var student = new CourseFolder(ExerciseCatalog.Load(old.Root));
        student.Write();
        Directory.Delete(student.PathOf(".kit"), recursive: true);
        AddSheets(old, "new");

        var changes = student.Write(course: ExerciseCatalog.Load(old.Root));

        Assert.That(changes.Select(c => c.Fate), Has.None.EqualTo(FileFate.Renewed));
        Assert.That(student.Read("exercises/01-one/README.md"), Does.Contain("old"));
    }

    [Test]
    public void A_folder_or_a_link_in_a_files_place_stays()
    {
        using var student = new CourseFolder();
        using var elsewhere = new TemporaryFolder();
        var target = elsewhere.Write("Mine.cs", "mine");
        Directory.CreateDirectory(student.PathOf(Given));
        File.CreateSymbolicLink(student.PathOf(Stub), target);
        File.CreateSymbolicLink(student.PathOf("exercises/07-ticket-sale/Program.cs"), Path.Combine(elsewhere.Path, "not there"));

        var changes = student.Write();

        Assert.That(changes.Count(c => c.Fate == FileFate.Kept), Is.EqualTo(3));
        Assert.That(Directory.Exists(student.PathOf(Given)));
        Assert.That(new FileInfo(student.PathOf(Stub)).LinkTarget, Is.EqualTo(target));
        Assert.That(File.ReadAllText(target), Is.EqualTo("mine"));
        Assert.That(Directory.GetFileSystemEntries(elsewhere.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_folder_that_cannot_be_written_to_is_told_with_its_path_in_both_languages()
    {
        using var student = new CourseFolder();
        student.Put("exercises", "a file where the folder should be");

        var thrown = Assert.Throws<BadInputException>(() => student.Write())!;

        Assert.That(thrown.Text!.En, Does.Contain(student.PathOf("exercises")).And.Contain("can't be written"));
        Assert.That(thrown.Text.Zh, Does.Contain(student.PathOf("exercises")).And.Contain("无法写入"));
        Assert.That(student.Read("exercises"), Is.EqualTo("a file where the folder should be"));
    }

    [Test]
    public void A_reset_puts_the_stub_back_and_keeps_what_was_there_under_a_number()
    {
        using var student = new CourseFolder();
        student.Write();
        var exercise = student.Course.Find("07-ticket-sale")!;
        var stub = student.Read(Stub);
        foreach (var attempt in (string[])["first", "second"])
        {
            student.Put(Stub, attempt);
            StubReset.Reset(student.Folder, exercise);
        }

        Assert.That(student.Read(Stub), Is.EqualTo(stub));
        Assert.That(student.Read(Stub + ".1"), Is.EqualTo("first"));
        Assert.That(student.Read(Stub + ".2"), Is.EqualTo("second"));
        Assert.That(StubReset.Reset(student.Folder, exercise), Is.Empty, "A stub is not put beside itself.");
    }

    [Test]
    public void A_reset_keeps_a_folder_that_stands_in_the_files_place_and_comes_where_nothing_stands()
    {
        using var student = new CourseFolder();
        var exercise = student.Course.Find("07-ticket-sale")!;
        StubReset.Reset(student.Folder, exercise);
        File.Delete(student.PathOf(Stub));
        student.Put(Stub + "/inside.txt", "kept");

        StubReset.Reset(student.Folder, exercise);

        Assert.That(student.Read(Stub + ".1/inside.txt"), Is.EqualTo("kept"));
        Assert.That(student.Read(Stub), Does.Contain("NotImplementedException"));
    }

    private static void AddSheets(SmallKit kit, string word)
    {
        kit.Write("exercises/ALLOWED.md", "What is allowed");
        foreach (var id in (string[])["01-one", "02-two"])
            kit.Write($"exercises/{id}/README.md", $"# {word}");
    }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
