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
        foreach (var name in (string[])["Greeting.cs", "Program.cs", "exercise.json", "90-greeting.csproj", "Directory.Build.props", "checks/Cheat.cs", "../Directory.Build.props", "obj/Made.cs", "bin/Built.cs", "other/other.csproj", "other/Theirs.cs", "91-letters/Further.cs"])
            folder.Write($"90-greeting/{name}", Source);
        var exercise = Read(folder.Path).Exercises.Single();
        Assert.That(exercise.Files.Select(f => f.Name), Is.EqualTo(new[] { "Greeting.cs" }));
        Assert.That(exercise.Own, Is.Empty);
        Assert.That(exercise.Remarks, Is.Empty);
        Assert.That(exercise.CanCompile);
    }

    [Test]
    public void Their_own_files_beside_it_are_taken_and_those_of_folders_in_it()
    {
        foreach (var name in (string[])["Greeting.cs", "Words.cs", "more/Numbers.cs", "Greeting - Copy.cs", "Wo\u202Erds.cs"])
            folder.Write($"90-greeting/{name}", Source);
        var exercise = Read(folder.Path).Exercises.Single();
        Assert.That(exercise.Own.Select(f => f.Name), Is.EqualTo(new[] { "Words.cs", "more/Numbers.cs" }));
        Assert.That(exercise.Remarks.Single().En, Is.EqualTo("Not compiled with it: Greeting - Copy.cs (a copy, by its name), Wo?rds.cs (its name has more than 120 characters, or some that do not show)."));
    }

    [Test]
    public void Of_their_own_files_so_many_are_taken_and_what_is_left_is_named()
    {
        folder.Write("90-greeting/Greeting.cs", Source);
        foreach (var i in Enumerable.Range(0, 40))
            folder.Write($"90-greeting/Own{i:00}.cs", "");
        folder.Write("91-letters/Letters.cs", "");
        folder.Write("91-letters/Post.cs", "");
        folder.Write("91-letters/Long.cs", new byte[600 << 10]);
        var exercises = Read(folder.Path).Exercises;
        Assert.That(exercises[0].Own.Count, Is.EqualTo(32));
        Assert.That(exercises[0].Remarks.Single().En, Does.StartWith("Not compiled with it: Own32.cs (32 files beside the exercise's are the most), ").And.Contain("Own39.cs"));
        Assert.That(exercises[1].Remarks.Single().En, Is.EqualTo("Not compiled with it: Long.cs (files beside the exercise's may have 524288 bytes together)."));
    }

    [Test]
    public void A_given_file_that_was_changed_is_named_and_one_with_other_line_ends_is_not()
    {
        folder.Write("90-greeting/Greeting.cs", Source);
        folder.Write("90-greeting/Report.cs", File.ReadAllText(FixtureKit.StubOf("Report.cs")).ReplaceLineEndings("\r\n"));
        Assert.That(Read(folder.Path).Exercises.Single().Remarks, Is.Empty);
        folder.Write("90-greeting/Report.cs", "public sealed record Report(int Sum, int More);");
        Assert.That(Read(folder.Path).Exercises.Single().Remarks.Single().En, Does.StartWith("90-greeting/Report.cs is given with the exercise, and yours differs from it; the exercise's own was compiled."));
    }

    [Test]
    public void A_folder_of_exercises_gives_those_that_are_there()
    {
        folder.Write("91-letters/Letters.cs", "");
        folder.Write("91-letters/Post.cs", "");
        Assert.That(Ids(Read(folder.Path)), Is.EqualTo(new[] { "91-letters" }));
        folder.Write("notes/Greeting.cs", Source);
        Assert.That(Read(folder.Path).Exercises[0].Remarks.Single().En, Is.EqualTo("Greeting.cs was taken from notes."));
        folder.Write("90-greeting/Greeting.cs", "class Other;");
        Assert.That(Ids(Read(folder.Path)), Is.EqualTo(new[] { "90-greeting", "91-letters" }));
        Assert.That(Read(folder.Path).Exercises[0].Remarks, Is.Empty);
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
        Assert.That(exercises.Single().Problems.Select(p => p.Message.En), Has.All.StartsWith("91-letters was not handed in"));
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
        Assert.That(() => Read(folder.Write("Greeting.exe", "MZ")), Throws.TypeOf<BadInputException>().With.Message.Contains("no .cs file and no zip"));

    [Test]
    public void A_name_in_other_case_is_taken_and_told()
    {
        var zip = folder.Write("hand-in.zip", new ZipSketch().Add("90-greeting/greeting.cs", Source).ToBytes());
        Assert.That(Read(zip).Exercises.Single().Remarks.Single().En, Is.EqualTo("Greeting.cs is missing; 90-greeting/greeting.cs is there and was taken for it. Rename it to Greeting.cs: upper and lower case count."));
    }

    [Test]
    public void A_source_of_50_MB_is_a_problem_of_its_exercise()
    {
        folder.Write("90-greeting/Greeting.cs", new byte[50 << 20]);
        var exercise = Read(folder.Path).Exercises.Single();
        Assert.That(exercise.CanCompile, Is.False);
        Assert.That(exercise.Problems.Single().Message.En, Does.StartWith("Greeting.cs is longer than 1048576 bytes"));
    }

    [Test]
    public void A_source_as_long_as_may_be_is_taken()
    {
        folder.Write("90-greeting/Greeting.cs", Encoding.UTF8.GetBytes(new string('/', 1 << 20)));
        Assert.That(Read(folder.Path).Exercises.Single().CanCompile);
    }

    [TestCase("utf-16", "", "// 金钱é")]
    [TestCase("utf-16BE", "", "// 金钱é")]
    [TestCase("utf-32", "", "// 金钱é")]
    [TestCase("utf-8", "", "// 金钱é")]
    [TestCase("gb18030", "line 2 was read as GB18030", "// 金钱、进程")]
    [TestCase("iso-8859-1", "line 2 was read as Latin-1", "// à l'été")]
    public void A_source_is_read_as_the_compiler_and_its_author_s_editor_read_it(string encoding, string told, string comment)
    {
        var with = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = $"class Greeting;\n{comment}\n";
        folder.Write("90-greeting/Greeting.cs", [.. with.GetPreamble(), .. with.GetBytes(text)]);
        var exercise = Read(folder.Path).Exercises.Single();
        Assert.That(Encoding.UTF8.GetString(exercise.Files.Single().Bytes).TrimStart('\uFEFF'), Is.EqualTo(text));
        Assert.That(string.Join(' ', exercise.Remarks.Select(r => r.En)), told.Length == 0 ? Is.Empty : Does.StartWith($"Greeting.cs is not UTF-8: {told}."));
    }

    [Test, Platform(Exclude = "Win", Reason = "There a link can be made by few.")]
    public void Links_are_not_followed()
    {
        var secret = folder.Write("elsewhere/Greeting.cs", Source);
        Directory.CreateDirectory(Path.Combine(folder.Path, "hand-in", "90-greeting"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "hand-in", "90-greeting", "Greeting.cs"), secret);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "hand-in", "91-letters"), Path.GetDirectoryName(secret)!);
        var exercise = Read(Path.Combine(folder.Path, "hand-in")).Exercises.Single();
        Assert.That(exercise.Problems.Single().Message.En, Does.Contain("it is a link"));
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
