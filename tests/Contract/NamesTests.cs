using ExerciseKit.Contract;

namespace ExerciseKit.Tests.Contract;

public sealed class NamesTests
{
    [TestCase(".", "0.1", "0.1")]
    [TestCase(".2", "0.1", "0.1.2")]
    [TestCase(".~3", "0.1", "0.1~3")]
    [TestCase("0~1", "0.1", "0~1")]
    [TestCase("0.10", "0.1", "0.10")]
    public void A_relative_name_and_its_absolute_form_mean_the_same(string relative, string speaker, string absolute)
    {
        Assert.That(Names.Absolute(relative, speaker), Is.EqualTo(absolute));
        Assert.That(Names.Relative(absolute, speaker), Is.EqualTo(relative));
    }

    [TestCase("0", null)]
    [TestCase("0.3", "0")]
    [TestCase("0.3~2", "0.3")]
    public void A_name_tells_its_creator(string name, string? creator) =>
        Assert.That(Names.Creator(name), Is.EqualTo(creator));

    [TestCase("0.1.2", "0.1", true)]
    [TestCase("0.1~3", "0.1", true)]
    [TestCase("0.1.2~3", "0.1", true)]
    [TestCase("0.1", "0.1", false)]
    [TestCase("0.10", "0.1", false)]
    [TestCase("0~1", "0.1", false)]
    public void What_an_agent_or_its_offspring_made_is_below_it(string name, string agent, bool isBelow) =>
        Assert.That(Names.IsBelow(name, agent), Is.EqualTo(isBelow));
}
