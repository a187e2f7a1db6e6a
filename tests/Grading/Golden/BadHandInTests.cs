using System.Text.Json.Nodes;
using ExerciseKit.Tests.Cli;
using ExerciseKit.Tests.Grading.Submissions;

namespace ExerciseKit.Tests.Grading.Golden;

/// <summary>Hand-ins that are none, given to the real command: refused with 2 where the path is wrong, graded 0 where it is the student's work.</summary>
[Platform(Exclude = "Win")]
public sealed class BadHandInTests
{
    private const int LinkMode = 0xA1FF;

    private PrivateTemp temp = null!;
    private TemporaryFolder place = null!;

    private Dictionary<string, string> Environment => new() { [PrivateTemp.Variable] = temp.Path };

    [SetUp]
    public void Make()
    {
        // In this order: the hand-in is no leftover.
        place = new TemporaryFolder();
        temp = PrivateTemp.OfChildren();
    }

    [TearDown]
    public void Remove()
    {
        temp.Dispose();
        place.Dispose();
    }

    [TestCase("broken.zip", "broken.zip can't be read as a zip: ", "Pack the hand-in again.")]
    [TestCase("upward.zip", "upward.zip holds the name \"../escaped.cs\", which leads elsewhere.", "Pack the hand-in again.")]
    [TestCase("absolute.zip", "absolute.zip holds the absolute name \"/tmp/escaped.cs\".", "Pack the folder, not the path to it.")]
    [TestCase("link.zip", "link.zip holds the link \"Spawn.cs\".", "Pack the file that it points to.")]
    [TestCase("nothing.zip", "nothing.zip is empty.", "Name the folder or the file that holds the answers.")]
    [TestCase("empty", "empty is empty.", "Name the folder or the file that holds the answers.")]
    [TestCase("unrelated", "Nothing in unrelated is an exercise", "Name the folder that holds them.")]
    [TestCase("absent", "absent is not there (looked for ", "Name a folder, a .cs file or a zip.")]
    [TestCase("notes.txt", "notes.txt is no folder, no .cs file and no zip.", "Name one of these.")]
    [TestCase("Unknown.cs", "Unknown.cs is no exercise's file; they are ", "Rename it, or say which exercise it is with --exercise.")]
    [CancelAfter(60_000)]
    public async Task A_path_that_holds_no_hand_in_is_refused_with_2(string path, string what, string next)
    {
        Lay(path);
        var before = Listing();

        var run = await KitProcess.RunAsync(place.Path, Environment, "grade", path, "--root", Repository.Root);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        var told = string.Join(' ', run.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.That(told, Does.StartWith("kit: ").And.Contain(what).And.EndWith(next).And.Not.Contain(" at ExerciseKit."));
        Assert.That(run.Output, Is.Empty);
        Assert.That(Listing(), Is.EqualTo(before), "Something was written.");
        Assert.That(temp.Files, Is.Empty);
        Assert.That(File.Exists("/tmp/escaped.cs"), Is.False);
    }

    [TestCase("fifty-megabytes", "Spawn.cs is longer than 1048576 bytes, the most that a source file may be.")]
    [TestCase("linked", "Spawn.cs can't be read: it is a link; hand in the file itself")]
    [TestCase("blank", "There is no class Spawn. Declare it with public static void Run(string[] names)")]
    [TestCase("other-name", "Spawn.cs was not handed in. Put it into the exercise's folder under exactly that name. What was handed in: 01-spawn/answer.txt.")]
    [CancelAfter(60_000)]
    public async Task A_student_s_bad_file_is_graded_0(string path, string what)
    {
        Lay(path);
        var before = Listing();

        var run = await KitProcess.RunAsync(place.Path, Environment, "grade", path, "--exercise", "01-spawn", "--format", "json", "--root", Repository.Root);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        var result = JsonNode.Parse(run.Output)!;
        Assert.That((result["gradable"]!.GetValue<bool>(), result["score"]!.GetValue<int>(), result["maxScore"]!.GetValue<int>()), Is.EqualTo((true, 0, 10)));
        foreach (var check in result["exercises"]![0]!["checks"]!.AsArray())
        {
            Assert.That(check!["message"]!["en"]!.GetValue<string>(), Does.Contain(what));
            Assert.That(check["verdict"]!.GetValue<string>(), Is.EqualTo("compile-error"));
        }

        Assert.That(Listing(), Is.EqualTo(before), "Something was written.");
        Assert.That(temp.Files, Is.Empty);
    }

    private void Lay(string path)
    {
        switch (path)
        {
            case "broken.zip":
                var whole = new ZipSketch().Add("Spawn.cs", "class Spawn;").ToBytes();
                place.Write(path, whole[..^10]);
                break;
            case "upward.zip":
                place.Write(path, new ZipSketch().Add("Spawn.cs", "class Spawn;").Add("../escaped.cs", "class Spawn;").ToBytes());
                break;
            case "absolute.zip":
                place.Write(path, new ZipSketch().Add("/tmp/escaped.cs", "class Spawn;").ToBytes());
                break;
            case "link.zip":
                place.Write(path, new ZipSketch().Add("Spawn.cs", "/etc/passwd", LinkMode).ToBytes());
                break;
            case "nothing.zip":
                place.Write(path, new ZipSketch().ToBytes());
                break;
            case "empty":
                Directory.CreateDirectory(Path.Combine(place.Path, path));
                break;
            case "unrelated":
                place.Write("unrelated/readme.txt", "Here is nothing.");
                break;
            case "notes.txt" or "Unknown.cs":
                place.Write(path, "class Unknown;");
                break;
            case "fifty-megabytes":
                place.Write($"{path}/Spawn.cs", new byte[50 << 20]);
                break;
            case "linked":
                Directory.CreateDirectory(Path.Combine(place.Path, path));
                File.CreateSymbolicLink(Path.Combine(place.Path, path, "Spawn.cs"), "/etc/passwd");
                break;
            case "blank":
                place.Write($"{path}/Spawn.cs", "");
                break;
            case "other-name":
                place.Write($"{path}/01-spawn/answer.txt", "class Spawn;");
                break;
            case "absent":
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(path), path, "Say what lies there.");
        }
    }

    private List<string> Listing() =>
        [.. Directory.EnumerateFileSystemEntries(place.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
