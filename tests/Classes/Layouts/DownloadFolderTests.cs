using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Layouts;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Tests.Classes.Layouts;

public sealed class DownloadFolderTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public void Moodle_tells_students_by_number_so_two_of_one_name_are_two()
    {
        folder.Write("Ann Lee_101_assignsubmission_file_/Spawn.cs", "");
        folder.Write("Ann Lee_102_assignsubmission_file_/hand-in.zip", "");

        Assert.That(Read().Select(h => h.Students.Single()), Is.EqualTo([new Student("101", "Ann Lee"), new Student("102", "Ann Lee")]));
    }

    [Test]
    public void Moodle_without_folders_gives_one_hand_in_of_all_the_files_of_a_student()
    {
        folder.Write("Zoë Ko_7_assignsubmission_file_Spawn.cs", "");
        folder.Write("Zoë Ko_7_assignsubmission_file_Join.cs", "");
        folder.Write("Zoë Ko_7_assignsubmission_onlinetext_onlinetext.html", "<p>Please look at Join</p>");

        var handIn = Read().Single();

        Assert.That(handIn.Files.Select(f => f.Name), Is.EqualTo(["Join.cs", "Spawn.cs"]));
        Assert.That(handIn.Notes.Single(), Does.Contain("onlinetext.html"));
    }

    [Test]
    public void A_text_without_files_is_a_hand_in_with_its_reason()
    {
        folder.Write("Ann Lee_101_assignsubmission_onlinetext_/onlinetext.html", "my answer");

        Assert.That(Read().Single().Problem, Does.StartWith("No file was handed in, only text."));
    }

    [Test]
    public void Canvas_files_of_one_student_are_one_hand_in_and_what_was_handed_in_again_is_a_later_one()
    {
        folder.Write("leeann_LATE_31_900_Spawn.cs", "");
        folder.Write("leeann_31_901_Join.cs", "");
        folder.Write("leeann_31_902_Spawn-1.cs", "");
        folder.Write("kimbo_32_903_07-ticket-sale.zip", "");

        var handIns = Read().Where(h => h.Students[0].Id == "31").OrderBy(h => h.Attempt).ToList();

        Assert.That(Read(), Has.Count.EqualTo(3));
        Assert.That(handIns.Select(h => string.Join(' ', h.Files.Select(f => Path.GetFileName(f.Path)))), Is.EqualTo(["leeann_LATE_31_900_Spawn.cs", "leeann_31_901_Join.cs leeann_31_902_Spawn-1.cs"]));
        Assert.That(handIns.Select(h => h.IsMarkedLate), Is.EqualTo([true, false]));
        Assert.That(handIns[1].Files.Select(f => f.Name), Is.EquivalentTo(["Join.cs", "Spawn.cs"]));
        Assert.That(Read().Single(h => h.Students[0].Id == "32").Files.Single().Name, Is.EqualTo("07-ticket-sale.zip"));
    }

    [Test]
    public void Gradescope_says_whose_each_folder_is_and_when_it_came()
    {
        folder.Write("export/submission_metadata.yml", """
            ---
            submission_5:
              :submitters:
              - :name: Ann Lee
                :sid: '0012'
                :email: ann@example.edu
              - :name: Bo Kim
                :sid: '0013'
                :email: bo@example.edu
              :created_at: 2026-11-20 17:31:44.632456000 Z
              :score: 0.0
            submission_6:
              :submitters:
              - :name: Cem
              :created_at: 2026-11-21 09:00:00 Z
            """);
        folder.Write("export/submission_5/Spawn.cs", "");
        folder.Write("export/submission_7/Spawn.cs", "");

        var (ofGroup, missing, unnamed) = (Read()[0], Read()[1], Read()[2]);

        Assert.That(ofGroup.Students, Is.EqualTo([new Student("0012", "Ann Lee", "ann@example.edu"), new Student("0013", "Bo Kim", "bo@example.edu")]));
        Assert.That(ofGroup.SubmittedAt, Is.EqualTo(new DateTimeOffset(2026, 11, 20, 17, 31, 44, TimeSpan.Zero)));
        Assert.That(missing.Problem, Does.Contain("no such folder"));
        Assert.That(unnamed.Notes.Single(), Does.Contain("nobody knows whose it is"));
    }

    [Test]
    public void Gradescope_students_of_one_name_and_nothing_else_are_two()
    {
        folder.Write("submission_metadata.yml", "submission_1:\n  :submitters:\n  - :name: Ann\nsubmission_2:\n  :submitters:\n  - :name: Ann\n");
        folder.Write("submission_1/Spawn.cs", "");
        folder.Write("submission_2/Spawn.cs", "");

        Assert.That(Read().Select(h => h.Students.Single().Id), Is.Unique);
        Assert.That(Read().Select(h => h.Notes.Single()), Is.All.Contains("Several students are named Ann"));
    }

    [Test]
    public void Metadata_that_is_no_yaml_is_refused_with_line_and_column()
    {
        folder.Write("submission_metadata.yml", "submission_1:\n  - [unclosed\n");
        folder.Write("submission_1/Spawn.cs", "");

        Assert.That(Read, Throws.TypeOf<BadInputException>().With.Message.Contains("submission_metadata.yml can't be read, line "));
    }

    [Test]
    public void Clones_are_named_after_the_student_behind_what_all_begin_with_and_tags_tell_the_time()
    {
        folder.Write("week3-submissions/cs101-week3-ann-lee/.git/refs/tags/submit/2026-11-20T10-00-00Z-abc1234", "");
        folder.Write("week3-submissions/cs101-week3-ann-lee/.git/packed-refs", "# pack-refs\n00 refs/tags/submit/2026-11-21T10-30-00Z-def\n");
        folder.Write("week3-submissions/cs101-week3-bo/.git/HEAD", "");

        Assert.That(Read().Select(h => h.Students.Single().Id), Is.EqualTo(["ann-lee", "bo"]));
        Assert.That(Read().Select(h => h.SubmittedAt), Is.EqualTo(new DateTimeOffset?[] { new DateTimeOffset(2026, 11, 21, 10, 30, 0, TimeSpan.Zero), null }));
    }

    [Test]
    public void Plain_files_and_folders_are_named_after_the_student_and_the_rest_is_told()
    {
        folder.Write("ann.zip", "");
        folder.Write("bo.tar.gz", "");
        folder.Write("cem/Spawn.cs", "");
        folder.Write("dora.rar", "");
        folder.Write("grades.csv", "");
        folder.Write(".DS_Store", "");
        folder.Write("__MACOSX/._ann.zip", "");

        var download = DownloadFolder.Read(folder.Path);

        Assert.That(download.HandIns.Select(h => h.Students.Single().Id), Is.EqualTo(["ann", "bo", "cem", "dora"]));
        Assert.That(download.Notes, Is.EqualTo(["No hand-in, and not looked at: grades.csv."]));
    }

    [Test]
    public void A_folder_of_nothing_is_refused_and_so_is_a_file()
    {
        var file = folder.Write("grades.csv", "");

        Assert.That(Read, Throws.TypeOf<BadInputException>().With.Message.Contains("What lies there: grades.csv"));
        Assert.That(() => DownloadFolder.Read(file), Throws.TypeOf<BadInputException>().With.Message.Contains("Unpack it"));
    }

    [Test]
    public void Keys_are_safe_names_of_their_own()
    {
        folder.Write("Zoë & Ko_1_assignsubmission_file_/Spawn.cs", "");
        folder.Write("Zoe + Ko_1_assignsubmission_file_/Spawn.cs", "");
        folder.Write("王小明/Spawn.cs", "");

        Assert.That(Read().Select(h => h.Key), Is.Unique.And.All.Match("^[A-Za-z0-9_-]+$"));
    }

    private IReadOnlyList<HandIn> Read() => DownloadFolder.Read(folder.Path).HandIns;
}
