using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Classes.Results;

public sealed class ResultsFolderTests
{
    private static readonly ResultsIdentity Identity = new("Autumn", [], ["01-one", "02-two"], 1, false, "0.1.0", "0123456789abcdef");

    private TemporaryFolder temporary = null!;

    private string Root => Path.Combine(temporary.Path, "results");

    [SetUp]
    public void SetUp() => temporary = new TemporaryFolder();

    [TearDown]
    public void TearDown() => temporary.Dispose();

    [Test]
    public void What_was_put_is_there_again()
    {
        using (var folder = ResultsFolder.Open(Root))
        {
            folder.Claim(Identity);
            folder.Put(Record("a", "first"), SampleResults.Violation, "page");
        }

        using var again = ResultsFolder.Open(Root);
        Assert.That(again.Identity, Is.EqualTo(Identity));
        Assert.That(again.Records.Values, Is.EqualTo([Record("a", "first")]));
        Assert.That(again.ResultOf("a")!.Score, Is.EqualTo(SampleResults.Violation.Score));
    }

    [Test]
    public void A_second_result_takes_the_place_of_the_first_which_is_kept()
    {
        using var folder = ResultsFolder.Open(Root);
        folder.Put(Record("a", "first"), null, "page 1");
        folder.Put(Record("a", "second"), null, "page 2");
        folder.Put(Record("a", "third"), null, "page 3");

        Assert.That(folder.Records["a"].GradedAs, Is.EqualTo("third"));
        Assert.That(Directory.GetDirectories(Path.Combine(Root, "replaced")).Order().Select(d => File.ReadAllText(Path.Combine(d, "index.html"))), Is.EqualTo(["page 1", "page 2"]));
    }

    [Test]
    public void What_a_kill_left_half_written_goes_and_what_it_left_whole_is_moved_in()
    {
        using (var folder = ResultsFolder.Open(Root))
        {
            folder.Claim(Identity);
            folder.Put(Record("whole", "x"), null, "page");
            folder.Put(Record("half", "x"), null, "page");
            folder.Put(Record("cut", "x"), null, "page");
        }

        foreach (var key in (string[])["whole", "half", "cut"])
            Directory.Move(Path.Combine(Root, "hand-ins", key), Path.Combine(Root, "hand-ins", key + ".part"));
        File.Delete(Path.Combine(Root, "hand-ins", "half.part", "hand-in.json"));
        File.WriteAllText(Path.Combine(Root, "hand-ins", "cut.part", "hand-in.json"), "{ \"format\": \"exercisekit.gra");

        using var again = ResultsFolder.Open(Root);
        Assert.That(again.Records.Keys, Is.EqualTo(["whole"]));
        Assert.That(Directory.GetDirectories(Path.Combine(Root, "hand-ins")), Has.Length.EqualTo(1));
    }

    [Test]
    public void Two_cannot_have_it_at_once()
    {
        using var folder = ResultsFolder.Open(Root);

        Assert.That(() => ResultsFolder.Open(Root), Throws.TypeOf<BadInputException>().With.Message.Contains("Another kit is writing to"));
    }

    [Test]
    public void Results_of_another_course_other_exercises_another_way_or_another_kit_stay_as_they_are()
    {
        using var folder = ResultsFolder.Open(Root);
        folder.Claim(Identity);

        Refuses(Identity with { Course = "Spring" }, "results of another course: \"Autumn\"");
        Refuses(Identity with { CourseExercises = ["01-one"] }, "another course");
        Refuses(Identity with { Exercises = ["02-two"] }, "results of other exercises: all that each hand-in holds, where now 02-two");
        Refuses(Identity with { Seed = 2 }, "--seed 1");
        Refuses(Identity with { Kit = "fedcba9876543210" }, "Use `kit regrade`");
        Assert.That(folder.Identity, Is.EqualTo(Identity));

        void Refuses(ResultsIdentity other, string why) =>
            Assert.That(() => folder.Claim(other), Throws.TypeOf<BadInputException>().With.Message.Contains(why));
    }

    [Test]
    public void A_folder_of_other_things_is_not_written_to()
    {
        temporary.Write("results/thesis.txt", "dear");

        Assert.That(() => ResultsFolder.Open(Root), Throws.TypeOf<BadInputException>().With.Message.Contains("holds other things than results"));
        Assert.That(Directory.GetFileSystemEntries(Root), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_record_of_a_newer_kit_is_refused_by_its_format()
    {
        temporary.Write("results/results.json", "{ \"format\": \"exercisekit.results/9\" }");
        using var folder = ResultsFolder.Open(Root);

        Assert.That(() => folder.Claim(Identity), Throws.TypeOf<BadInputException>().With.Message.Contains("exercisekit.results/9"));
    }

    [Test, NeedsLinux]
    public void A_full_disk_is_told_by_name_and_what_was_graded_stays()
    {
        using var folder = ResultsFolder.Open(Root);
        folder.Claim(Identity);
        folder.Put(Record("a", "x"), null, "page");
        folder.Write("gradebook.csv", "old");
        File.CreateSymbolicLink(Path.Combine(Root, "gradebook.csv.part"), "/dev/full");

        Assert.That(() => folder.Write("gradebook.csv", "new"), Throws.TypeOf<BadInputException>().With.Message.Contains("No space left").And.Message.Contains("what was graded stays"));
        Assert.That(File.ReadAllText(Path.Combine(Root, "gradebook.csv")), Is.EqualTo("old"));
        Assert.That(folder.Records.Keys, Is.EqualTo(["a"]));
    }

    private static HandInRecord Record(string key, string gradedAs) => new(key, key + ".zip", [new Student("ann", "Ann")], gradedAs);
}
