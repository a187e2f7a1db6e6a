using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;

namespace ExerciseKit.Tests.Exploration.Oracle;

public sealed class SearchAgainstModelTests
{
    private const int MaxStates = 1500;

    [TestCase(nameof(Tier.Strict), 250)]
    [TestCase(nameof(Tier.Loose), 250)]
    [TestCase(nameof(Tier.Strict), 6000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 6000, Category = "Slow")]
    public void The_search_says_of_random_programs_what_going_through_all_schedules_says(string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var tally = new Tally();
        Seeded.Holds(ProgramCase.Arbitrary, count, program => Comparison.DifferenceIn(program, tier, MaxStates, tally));
        TestContext.Out.WriteLine($"{tier} time: {tally}; 0 differences");
        Assert.Multiple(() =>
        {
            Assert.That(tally.TooLarge, Is.LessThan(count / 2), "too many programs were left out");
            Assert.That(tally.Covered, Is.GreaterThan(tally.Programs / 5), "too few programs were right");
            Assert.That(tally.Broken, Is.GreaterThan(tally.Programs / 5), "too few programs were wrong");
        });
    }
}
