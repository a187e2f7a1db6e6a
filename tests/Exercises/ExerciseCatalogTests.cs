using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Tests.Exercises;

[NonParallelizable]
public sealed class ExerciseCatalogTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void CopyKit()
    {
        folder = new TemporaryFolder();
        FixtureKit.CopyTo(folder.Path);
    }

    [TearDown]
    public void RemoveKit() => folder.Dispose();

    [Test]
    public void Exercises_come_in_order_of_their_ids_with_all_they_say()
    {
        var catalog = ExerciseCatalog.Load(folder.Path);
        Assert.That(catalog.Exercises.Select(e => e.Id), Is.EqualTo(new[] { "90-greeting", "91-letters" }));
        var greeting = catalog.Exercises[0];
        Assert.Multiple(() =>
        {
            Assert.That(greeting.Folder, Is.EqualTo(Path.Combine(folder.Path, "exercises", "90-greeting")));
            Assert.That(greeting.Title, Is.EqualTo(new LocalizedText("A greeting", "问候")));
            Assert.That(greeting.ClassName, Is.EqualTo("Greeting"));
            Assert.That(greeting.Entries.Select(e => e.Name), Is.EqualTo(new[] { "Run", "Count" }));
            Assert.That(greeting.Files, Is.EqualTo(new[] { "Greeting.cs" }));
            Assert.That(greeting.Given, Is.EqualTo(new[] { "Program.cs", "Report.cs" }));
            Assert.That(greeting.Hints[2], Is.EqualTo(new LocalizedText("So.", "如此。")));
            Assert.That(greeting.Limits, Is.EqualTo(new ExerciseLimits(MaxProcesses: 8)));
        });
    }

    [TestCase("\"class\": \"Greeting\"", "\"class\": \"Greeting\", \"colour\": 1", "\"colour\" is no known field")]
    [TestCase("\"class\": \"Greeting\",", "", "\"class\" is missing")]
    [TestCase("\"class\": \"Greeting\"", "\"class\": 7", "\"class\" is 7, where a text is needed")]
    [TestCase("\"class\": \"Greeting\"", "\"class\": \"N.Greeting\"", "\"class\" is \"N.Greeting\"")]
    [TestCase("\"zh\": \"问候\"", "\"zh\": \" \"", "\"title.zh\" is empty")]
    [TestCase("\"How?\", \"So.\"", "\"So.\"", "\"hints.en\" holds 2 texts, where 3 are needed")]
    [TestCase("\"limits\": {", "\"notes\": { \"en\": [\"One.\"], \"zh\": [\"一。\"] }, \"limits\": {", "\"notes.zh\" holds 1 texts, where 3 are needed")]
    [TestCase("\"maxProcesses\": 8", "\"maxProcesses\": 0", "\"limits.maxProcesses\" is 0")]
    [TestCase("\"maxProcesses\": 8", "\"maxThreads\": 8", "\"limits.maxThreads\" is no known field")]
    [TestCase("\"maxProcesses\": 8", "\"maxMemoryBytes\": -1", "\"limits.maxMemoryBytes\" is -1, where a whole number of at least 33554432 is needed")]
    [TestCase("\"maxProcesses\": 8", "\"maxOpenFiles\": 5", "\"limits.maxOpenFiles\" is 5, where a whole number of at least 128 is needed")]
    [TestCase("\"maxProcesses\": 8", "\"maxProcessorSeconds\": 0.5", "\"limits.maxProcessorSeconds\" is 0.5, where a whole number above zero is needed")]
    [TestCase("\"limits\": { \"maxProcesses\": 8 }", "\"limits\": 8", "\"limits\" is 8, where an object is needed")]
    [TestCase("[\"Greeting.cs\"]", "[\"../91-letters/Post.cs\"]", "\"../91-letters/Post.cs\" is no C# file inside")]
    [TestCase("[\"Greeting.cs\"]", "[\"Report.cs\"]", "\"Report.cs\" is named more than once")]
    [TestCase("[\"Greeting.cs\"]", "[]", "\"files\" names no file")]
    [TestCase("Run(string[] names)", "Run(string[])", "has no name at column 13")]
    [TestCase("\"allow\": [],", "\"allow\": [], \"allow\": [],", "is no valid JSON")]
    [TestCase("\"id\": \"90-greeting\"", "\"id\": \"91-letters\"", "have the same id \"91-letters\"")]
    [TestCase("{\n  \"id\"", "{{\n  \"id\"", "is no valid JSON")]
    public void A_fault_is_told_with_its_file(string before, string after, string told)
    {
        Change("90-greeting", before, after);
        var message = Assert.Throws<BadInputException>(() => ExerciseCatalog.Load(folder.Path))!.Message;
        Assert.That(message, Does.Contain(told).And.Contain(Path.Combine("90-greeting", "exercise.json")));
    }

    [Test]
    public void A_file_that_a_student_renamed_stops_nothing_and_is_taken_for_what_it_was()
    {
        var exercise = Path.Combine(folder.Path, "exercises", "90-greeting");
        File.Move(Path.Combine(exercise, "Greeting.cs"), Path.Combine(exercise, "MyGreeting.cs"));

        var catalog = ExerciseCatalog.Load(folder.Path);

        Assert.That(catalog.Exercises, Has.Count.EqualTo(2));
        var handIn = ExerciseKit.Grading.Submissions.SubmissionReader.Read(Path.Combine(folder.Path, "exercises"), catalog, ["90-greeting"]).Exercises.Single();
        Assert.That(handIn.Remarks.Single().En, Is.EqualTo("Greeting.cs is missing; 90-greeting/MyGreeting.cs is there and was taken for it. Rename it to Greeting.cs."));
    }

    [Test]
    public void All_faults_are_told_at_once()
    {
        Change("90-greeting", "\"class\": \"Greeting\",", "");
        Change("90-greeting", "[\"Greeting.cs\"]", "[\"/Absent.cs\"]");
        Change("91-letters", "\"limits\"", "\"bounds\"");
        File.Delete(Path.Combine(folder.Path, "exercises", "91-letters", "91-letters.csproj"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "exercises", "92-empty"));
        var message = Assert.Throws<BadInputException>(() => ExerciseCatalog.Load(folder.Path))!.Message;
        Assert.That(message, Does.StartWith("The exercises have 6 faults")
            .And.Contain("\"class\" is missing").And.Contain("Absent.cs").And.Contain("\"bounds\" is no known").And.Contain("\"limits\" is missing")
            .And.Contain("91-letters.csproj").And.Contain("92-empty: has no exercise.json"));
    }

    [Test]
    public void What_is_no_object_is_told_once()
    {
        folder.Write("exercises/90-greeting/exercise.json", "[]");
        var message = Assert.Throws<BadInputException>(() => ExerciseCatalog.Load(folder.Path))!.Message;
        Assert.That(message, Does.StartWith("The exercises have a fault").And.Contain("holds Array, where a JSON object is needed"));
    }

    [Test]
    public void Folders_of_other_kinds_are_passed_over()
    {
        folder.Write("exercises/bin/x.txt", "");
        Assert.That(ExerciseCatalog.Load(folder.Path).Exercises, Has.Count.EqualTo(2));
    }

    private void Change(string id, string before, string after)
    {
        var file = Path.Combine(folder.Path, "exercises", id, "exercise.json");
        var text = File.ReadAllText(file);
        Assert.That(text, Does.Contain(before));
        File.WriteAllText(file, text.Replace(before, after));
    }
}
