using ExerciseKit.Exercises;

namespace ExerciseKit.Tests.Exercises;

public sealed class SheetTests
{
    private static IEnumerable<string> Ids => ExerciseCatalog.Load(Repository.Root).Exercises.Select(e => e.Id);

    [Test]
    public void Each_sheet_leads_to_what_code_may_use_in_its_language([ValueSource(nameof(Ids))] string id, [Values("", ".zh-CN")] string language)
    {
        var folder = Path.Combine(Repository.Root, "exercises", id);
        var page = $"../ALLOWED{language}.md";

        Assert.That(File.ReadAllText(Path.Combine(folder, $"README{language}.md")), Does.Contain($"]({page})"));
        Assert.That(File.Exists(Path.Combine(folder, page)));
    }

    [Test]
    public void The_page_gives_the_bounds_that_hold([Values("", ".zh-CN")] string language)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "exercises", $"ALLOWED{language}.md"));

        Assert.That(text, Does.Contain(language.Length == 0 ? "50 million" : "5000 万").And.Contain("32").And.Contain("512"));
    }
}
