using System.Text;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading.Submissions;

namespace ExerciseKit.Tests.Grading.Submissions;

[NonParallelizable]
public sealed class SubmissionReaderTests
{
    private const string Source = "class Greeting;";
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void Only_the_student_s_files_are_taken()
    {
        foreach (var name in (string[])["Greeting.cs", "Program.cs", "Report.cs", "exercise.json", "90-greeting.csproj", "Directory.Build.props", "checks/Cheat.cs", "../Directory.Build.props"])
            folder.Write($"90-greeting/{name}", Source);
        var exercise = Read(folder.Path).Exercises.Single();
        Assert.That(exercise.Files.Select(f => f.Name), Is.EqualTo(new[] { "Greeting.cs" }));
        Assert.That(exercise.CanCompile);
    }

    [Test]
    public void A_folder_of_exercises_gives_those_that_are_there()
    {
        folder.Write("91-letters/Letters.cs", "");
        folder.Write("91-letters/Post.cs", "");
        folder.Write("notes/Greeting.cs", Source);
        Assert.That(Ids(Read(folder.Path)), Is.EqualTo(new[] { "91-letters" }));
        folder.Write("90-greeting/Greeting.cs", Source);
        Assert.That(Ids(Read(folder.Path)), Is.EqualTo(new[] { "90-greeting", "91-letters" }));
    }

    [TestCase("90-greeting")]
    [TestCase("my answer")]
    public void One_exercise_s_folder_is_known_by_its_name_or_its_files(string name)
    {
        folder.Write($"{name}/Greeting.cs", Source);
        Assert.That(Ids(Read(Path.Combine(folder.Path, name) + Path.DirectorySeparatorChar)), Is.EqualTo(new[] { "90-greeting" }));
    }

    [Test]
    public void A_file_is_known_by_its_name() =>
        Assert.That(Ids(Read(folder.Write("Greeting.cs", Source))), Is.EqualTo(new[] { "90-greeting" }));

    [Test]
    public void A_file_under_another_name_is_the_exercise_s_that_is_named()
    {
        var path = folder.Write("ann.cs", Source);
        Assert.That(() => Read(path), Throws.TypeOf<BadInputException>().With.Message.Contains("--exercise"));
        Assert.That(Read(path, "90-greeting").Exercises.Single().Files.Single().Name, Is.EqualTo("Greeting.cs"));
    }

    [Test]
    public void One_file_of_two_leaves_the_other_missing()
    {
        var exercise = Read(folder.Write("Post.cs", "")).Exercises.Single();
        Assert.That(exercise.Files.Single().Name, Is.EqualTo("Post.cs"));
        Assert.That(exercise.Problems.Single().File, Is.EqualTo("Letters.cs"));
    }

    [Test]
    public void An_exercise_named_and_absent_is_listed_as_absent()
    {
        folder.Write("90-greeting/Greeting.cs", Source);
        var exercises = Read(folder.Path, "91-letters").Exercises;
        Assert.That(exercises.Single().Problems.Select(p => p.File), Is.EqualTo(new[] { "Letters.cs", "Post.cs" }));
        Assert.That(exercises.Single().Problems.Select(p => p.Message), Has.All.StartsWith("91-letters was not handed in"));
    }

    [Test]
    public void An_unknown_exercise_is_refused_with_those_known() =>
        Assert.That(() => Read(folder.Path, "99-none"), Throws.TypeOf<BadInputException>().With.Message.EqualTo("There is no exercise 99-none. Known are 90-greeting, 91-letters."));

    [Test]
    public void A_path_that_is_not_there_is_refused() =>
        Assert.That(() => Read(Path.Combine(folder.Path, "nowhere")), Throws.TypeOf<BadInputException>().With.Message.Contains("is not there"));

    [Test]
    public void An_empty_folder_is_refused_whatever_is_asked_for() =>
        Assert.That(() => Read(folder.Path, "90-greeting"), Throws.TypeOf<BadInputException>().With.Message.Contains("is empty"));

    [Test]
    public void A_folder_of_other_things_is_refused()
    {
        folder.Write("notes.txt", "");
        Assert.That(() => Read(folder.Path), Throws.TypeOf<BadInputException>().With.Message.StartsWith("Nothing in"));
    }

    [Test]
    public void A_file_of_another_kind_is_refused() =>
        Assert.That(() => Read(folder.Write("Greeting.tar", "")), Throws.TypeOf<BadInputException>().With.Message.Contains("no .cs file and no zip"));

    [Test]
    public void A_name_in_other_case_is_a_near_miss()
    {
        var zip = folder.Write("hand-in.zip", new ZipSketch().Add("90-greeting/greeting.cs", Source).ToBytes());
        Assert.That(Read(zip).Exercises.Single().Problems.Single().Message, Does.Contain("greeting.cs is there. Rename it to Greeting.cs"));
    }

    [Test]
    public void A_source_of_50_MB_is_a_problem_of_its_exercise()
    {
        folder.Write("90-greeting/Greeting.cs", new byte[50 << 20]);
        var exercise = Read(folder.Path).Exercises.Single();
        Assert.That(exercise.CanCompile, Is.False);
        Assert.That(exercise.Problems.Single().Message, Does.StartWith("Greeting.cs is longer than 1048576 bytes"));
    }

    [Test]
    public void A_source_as_long_as_may_be_is_taken()
    {
        folder.Write("90-greeting/Greeting.cs", Encoding.UTF8.GetBytes(new string('/', 1 << 20)));
        Assert.That(Read(folder.Path).Exercises.Single().CanCompile);
    }

    [Test]
    public void A_source_that_is_not_UTF_8_is_a_problem_of_its_exercise()
    {
        folder.Write("90-greeting/Greeting.cs", [(byte)'/', (byte)'/', 0xE9, (byte)'\n']);
        Assert.That(Read(folder.Path).Exercises.Single().Problems.Single().Message, Does.Contain("byte 0xE9 at offset 2"));
    }

    [Test, Platform(Exclude = "Win", Reason = "There a link can be made by few.")]
    public void Links_are_not_followed()
    {
        var secret = folder.Write("elsewhere/Greeting.cs", Source);
        Directory.CreateDirectory(Path.Combine(folder.Path, "hand-in", "90-greeting"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "hand-in", "90-greeting", "Greeting.cs"), secret);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "hand-in", "91-letters"), Path.GetDirectoryName(secret)!);
        var exercise = Read(Path.Combine(folder.Path, "hand-in")).Exercises.Single();
        Assert.That(exercise.Problems.Single().Message, Does.Contain("it is a link"));
    }

    [Test]
    public void The_hash_is_the_same_however_the_files_were_packed()
    {
        folder.Write("a/90-greeting/Greeting.cs", Source);
        folder.Write("a/91-letters/Letters.cs", "1");
        folder.Write("a/91-letters/Post.cs", "2");
        var zip = new ZipSketch().Add("x/91-letters/Post.cs", "2").Add("x/91-letters/Letters.cs", "1").Add("x/90-greeting/Greeting.cs", Source).Add("x/junk", "junk");
        var fromFolder = Read(Path.Combine(folder.Path, "a")).Hash;
        Assert.That(fromFolder, Does.Match("^[0-9a-f]{64}$"));
        Assert.That(Read(folder.Write("a.zip", zip.ToBytes())).Hash, Is.EqualTo(fromFolder));
    }

    [Test]
    public void The_hash_tells_contents_and_names_apart()
    {
        var hashes = new[] { ("1", "2"), ("2", "1"), ("12", ""), ("", "12") }.Select(contents =>
        {
            folder.Write("91-letters/Letters.cs", contents.Item1);
            folder.Write("91-letters/Post.cs", contents.Item2);
            return Read(folder.Path).Hash;
        });
        Assert.That(hashes, Is.Unique);
    }

    private static Submission Read(string path, params string[] ids) => SubmissionReader.Read(path, FixtureKit.Catalog, ids);

    private static IEnumerable<string> Ids(Submission submission) => submission.Exercises.Select(e => e.Exercise.Id);
}
