using ExerciseKit.Host.Shims;

namespace ExerciseKit.Tests.Host.Shims;

public sealed class FileNameTests
{
    [TestCase(@"data\tickets.json", '\\', "data/tickets.json")]
    [TestCase("data/tickets.json", '\\', "data/tickets.json")]
    [TestCase("data/tickets.json", '/', "data/tickets.json")]
    [TestCase(@"a\b", '/', @"a\b")]
    public void A_file_has_the_same_name_in_every_result(string path, char separator, string name) =>
        Assert.That(FileName.Of(path, separator), Is.EqualTo(name));

    [Test]
    public void What_Combine_makes_on_this_system_is_told_with_slashes() =>
        Assert.That(FileName.Of(Path.Combine("data", "tickets.json")), Is.EqualTo("data/tickets.json"));

    [Test]
    public void No_name_is_no_file() =>
        Assert.That(() => FileName.Of(""), Throws.ArgumentException);
}
