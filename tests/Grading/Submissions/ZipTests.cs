using System.Text;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Tests.Grading.Submissions;

[NonParallelizable]
public sealed class ZipTests
{
    private const string Source = "class Greeting;";
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [TestCase("Greeting.cs")]
    [TestCase("90-greeting/Greeting.cs")]
    [TestCase("hand-in/Greeting.cs")]
    [TestCase("hand-in/90-greeting/Greeting.cs")]
    [TestCase("kit/exercises/90-greeting/Greeting.cs")]
    [TestCase("exercises/90-greeting/Greeting.cs")]
    [TestCase("90-greeting\\Greeting.cs")]
    public void A_zip_is_taken_with_or_without_a_wrapping_folder(string name)
    {
        var submission = Read(new ZipSketch().Add("__MACOSX/._x/Greeting.cs", "junk").Add(name, Source).ToBytes());
        Assert.That(submission.Exercises.Single().Files.Single().Bytes, Is.EqualTo(Encoding.UTF8.GetBytes(Source)));
    }

    [TestCase("readme.txt")]
    [TestCase("90-greeting/answer.pdf")]
    public void Other_things_are_told_beside_what_was_looked_for(string name) =>
        Assert.That(Refusal(new ZipSketch().Add(name, Source).ToBytes()), Does.StartWith("Nothing in").And.Contain("90-greeting").And.Contain($"What was found: {name}."));

    [TestCase("../Greeting.cs", "leads elsewhere")]
    [TestCase("90-greeting/../../Greeting.cs", "leads elsewhere")]
    [TestCase("90-greeting/..\\..\\Greeting.cs", "leads elsewhere")]
    [TestCase("90-greeting//Greeting.cs", "leads elsewhere")]
    [TestCase("90-greeting/\u001b[2JGreeting.cs", "\"90-greeting/?[2JGreeting.cs\", which leads elsewhere")]
    [TestCase("/etc/Greeting.cs", "absolute name")]
    [TestCase("\\\\server\\Greeting.cs", "absolute name")]
    [TestCase("C:\\Greeting.cs", "absolute name")]
    [TestCase("c:/90-greeting/Greeting.cs", "absolute name")]
    public void A_name_that_leads_out_is_refused(string name, string told) =>
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", Source).Add(name, Source).ToBytes()), Does.Contain(told));

    [TestCase(0xA1FF, "holds the link \"Greeting.cs\"")]
    [TestCase(0x11FF, "neither a file nor a folder")]
    [TestCase(0x21FF, "neither a file nor a folder")]
    public void Links_and_devices_are_refused(int unixMode, string told) =>
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", "/etc/passwd", unixMode).ToBytes()), Does.Contain(told));

    [TestCase("greeting.cs")]
    [TestCase("Greeting.cs")]
    public void Two_names_for_one_file_are_refused(string second) =>
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", Source).Add(second, "other").ToBytes()), Does.Contain("one file on some systems"));

    [Test]
    public void An_encrypted_zip_is_refused() =>
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", Source).ToBytesMarkedEncrypted()), Does.Contain("encrypted"));

    [Test]
    public void Too_many_entries_are_refused()
    {
        var zip = new ZipSketch();
        for (var i = 0; i < 6; i++)
            zip.Add($"{i}.txt", "");
        Assert.That(Refusal(zip.ToBytes(), new SubmissionLimits(MaxArchiveEntries: 5)), Does.Contain("holds 6 entries, where 5 are the most"));
    }

    [Test]
    public void A_name_too_long_or_too_deep_is_refused_before_it_costs_anything()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", Source).Add(new string('n', 60_000), "").ToBytes()), Does.Contain("holds a name of 60000 bytes, where 1000 are the most."));
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", Source).Add(string.Concat(Enumerable.Repeat("d/", 30_000)), "").ToBytes()), Does.Contain("holds a name of 60000 bytes"));
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", Source).Add(string.Concat(Enumerable.Repeat("d/", 400)) + "x.cs", "").ToBytes()), Does.Contain("lies in 400 folders, where 23 are the most."));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(20 << 20));
    }

    [TestCase((ushort)12, "bzip2")]
    [TestCase((ushort)14, "LZMA")]
    [TestCase((ushort)93, "Zstandard")]
    public void What_is_packed_by_another_method_is_not_handed_in_and_the_method_is_named(ushort method, string name)
    {
        var problem = Read(new ZipSketch().Add("Greeting.cs", Source).ToBytesPackedBy(method)).Exercises.Single().Problems.Single();
        Assert.That(problem.Message.En, Does.Contain($"the zip packs it by {name}, which is not read here, so it counts as not handed in."));
    }

    [Test]
    public void Zips_in_zips_are_opened_so_far_and_no_further()
    {
        var inner = new ZipSketch().Add("90-greeting/Greeting.cs", Source).ToBytes();
        var two = new ZipSketch().Add("b.zip", new ZipSketch().Add("a.zip", inner).ToBytes()).ToBytes();
        Assert.That(Read(two).Exercises.Single().CanCompile);
        Assert.That(Refusal(new ZipSketch().Add("c.zip", two).ToBytes()), Does.Contain("c.zip/b.zip/a.zip").Or.Contain("a.zip was not looked into: it lies in 3 archives, one in another, where 2 are the most."));
    }

    [Test]
    public void A_zip_in_a_zip_that_is_broken_is_told_where_nothing_else_is_found() =>
        Assert.That(Refusal(new ZipSketch().Add("inner.zip", "PK").ToBytes()), Does.StartWith("Nothing in").And.Contain("inner.zip can't be read as a zip"));

    [Test]
    public void A_zip_too_long_itself_is_refused() =>
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", Source).ToBytes(), new SubmissionLimits(MaxArchiveBytes: 50)), Does.Contain("where 50 are the most"));

    [Test]
    public void A_bomb_that_says_so_is_refused() =>
        Assert.That(Refusal(new ZipSketch().Add("Greeting.cs", Source).Add("bomb", Source).ToBytesClaiming(0xF000_0000)), Does.Contain("unpacks to more than"));

    [Test]
    public void A_bomb_that_hides_its_length_costs_no_more_than_the_limit()
    {
        var problem = Read(new ZipSketch().Add("Greeting.cs", new byte[20 << 20]).ToBytesClaiming(10)).Exercises.Single().Problems.Single();
        Assert.That(problem.Message.En, Does.Contain("not what the zip's directory says"));
    }

    [Test]
    public void A_file_shorter_than_it_says_is_a_problem_of_its_exercise()
    {
        var problem = Read(new ZipSketch().Add("Greeting.cs", Source).ToBytesClaiming(1000)).Exercises.Single().Problems.Single();
        Assert.That(problem.Message.En, Does.Contain("not what the zip's directory says"));
    }

    [Test]
    public void A_long_source_is_a_problem_of_its_exercise_and_of_no_other()
    {
        var zip = new ZipSketch().Add("90-greeting/Greeting.cs", new byte[50 << 20]).Add("91-letters/Letters.cs", "").Add("91-letters/Post.cs", "");
        var exercises = Read(zip.ToBytes()).Exercises;
        Assert.That(exercises[0].Problems.Single().Message.En, Does.StartWith("Greeting.cs is longer than 1048576 bytes"));
        Assert.That(exercises[1].CanCompile);
    }

    [TestCase(0)]
    [TestCase(40)]
    [TestCase(100)]
    public void A_zip_cut_short_is_refused(int length)
    {
        var bytes = new ZipSketch().Add("Greeting.cs", Source).ToBytes();
        Assert.That(length, Is.LessThan(bytes.Length));
        Assert.That(Refusal(bytes[..length]), Does.Contain("can't be read as a zip"));
    }

    [Test]
    public void A_damaged_source_is_a_problem_of_its_exercise()
    {
        var stored = new ZipSketch().Add("Greeting.cs", Source).ToBytes();
        var at = stored.AsSpan().IndexOf("Greeting.cs"u8) + "Greeting.cs".Length + 3;
        stored[at] ^= 0x20;
        Assert.That(Read(stored).Exercises.Single().Problems.Single().Message.En, Does.Contain("Greeting.cs can't be read"));
    }

    [Test]
    public void A_zip_of_noise_never_does_worse_than_be_refused()
    {
        var honest = new ZipSketch().Add("90-greeting/Greeting.cs", Source).Add("91-letters/Post.cs", Source).ToBytes();
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])honest.Clone();
            for (var k = 0; k < 3; k++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.That(Read(bytes).Exercises, Is.Not.Empty);
            }
            catch (BadInputException e)
            {
                Assert.That(e.Message, Is.Not.Empty);
            }
        }
    }

    [Test]
    public void The_zip_can_be_removed_once_it_is_read()
    {
        Read(new ZipSketch().Add("Greeting.cs", Source).ToBytes());
        using var alone = new FileStream(Path.Combine(folder.Path, "hand-in.zip"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.That(alone.Length, Is.GreaterThan(0));
    }

    private Submission Read(byte[] zip, SubmissionLimits? limits = null) =>
        SubmissionReader.Read(folder.Write("hand-in.zip", zip), FixtureKit.Catalog, [], limits);

    private string Refusal(byte[] zip, SubmissionLimits? limits = null) =>
        Assert.Throws<BadInputException>(() => Read(zip, limits))!.Message;
}
