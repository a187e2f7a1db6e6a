using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Tests.Exercises;

public sealed class KitRootTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void The_named_root_comes_first()
    {
        var named = Kit("named");
        Assert.That(KitRoot.Find("named", folder.Path, Kit("tool")), Is.EqualTo(named));
    }

    [Test]
    public void The_nearest_folder_above_comes_before_the_tool()
    {
        Kit("");
        var inner = Kit("inner");
        Assert.That(KitRoot.Find(null, Path.Combine(inner, "exercises", "01-a"), Kit("tool")), Is.EqualTo(inner));
    }

    [Test]
    public void A_folder_named_exercises_without_any_is_passed_over()
    {
        var outer = Kit("outer");
        Directory.CreateDirectory(Path.Combine(outer, "mine", "exercises", "drafts"));
        Assert.That(KitRoot.Find(null, Path.Combine(outer, "mine"), Kit("tool")), Is.EqualTo(outer));
    }

    [Test]
    public void The_tool_s_own_comes_last()
    {
        var tool = Kit("tool");
        Directory.CreateDirectory(Path.Combine(folder.Path, "elsewhere"));
        Assert.That(KitRoot.Find(null, Path.Combine(folder.Path, "elsewhere"), tool), Is.EqualTo(tool));
    }

    [Test]
    public void A_named_root_without_exercises_is_refused() =>
        Assert.That(() => KitRoot.Find("nowhere", folder.Path, Kit("tool")), Throws.TypeOf<BadInputException>().With.Message.StartsWith("--root nowhere is no kit"));

    [Test]
    public void Without_any_exercises_it_says_where_it_looked() =>
        Assert.That(() => KitRoot.Find(null, folder.Path, folder.Path), Throws.TypeOf<BadInputException>().With.Message.Contains(folder.Path).And.Message.Contains("--root"));

    private string Kit(string name)
    {
        folder.Write(Path.Combine(name, "exercises", "01-a", "exercise.json"), "{}");
        return Path.TrimEndingDirectorySeparator(Path.Combine(folder.Path, name));
    }
}
