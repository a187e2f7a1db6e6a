using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploration.Oracle.Claims;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;

namespace ExerciseKit.Tests.Exploration.Oracle;

public sealed class SimplestScheduleTests
{
    private const int MaxStates = 1500;

    /// <summary>Reads every event and minds none, so that no step is taken at once and a turn of the search is a turn of the model.</summary>
    private static readonly Property Everything = new Never<int>(
        "everything is seen",
        new Observer<int>(0, (n, _) => n, [new OperationPattern<Operation>(), new LeavingPattern(), new EndPattern()]),
        _ => false);

    [TestCase(nameof(Tier.Strict), 75)]
    [TestCase(nameof(Tier.Strict), 3000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 3000, Category = "Slow")]
    public void The_schedule_shown_has_the_fewest_preemptions_and_of_those_the_fewest_steps(string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var compared = new SortedDictionary<int, int>();
        Seeded.Holds(ProgramCase.Contending, count, program =>
        {
            if (PlainJudge.Judge(Moment.AtBeginning(program, [], tier), MaxStates) is not { } bare)
                return null;
            IReadOnlyList<Claim> claims = [.. program.Claims.Select(c => c.Resolve(bare.Ends))];
            var simplest = PlainJudge.Simplest(Moment.AtBeginning(program, claims, tier));
            var searcher = new TextSearcher(program);
            var properties = claims.Select(c => c.AsProperty()).ToList();
            var broken = searcher.Search(tier, [.. properties, Everything]) as Broken;
            if (simplest is not { } least)
                return broken is null ? null : "Only the search finds something wrong.";
            if (broken is null)
                return "Only the model finds something wrong.";
            compared[least.Preemptions] = compared.GetValueOrDefault(least.Preemptions) + 1;
            var hasty = (Broken)searcher.Search(tier, properties);
            if (hasty.Preemptions != least.Preemptions)
                return $"With steps taken at once the search shows {hasty.Preemptions} preemptions; the simplest schedule has {least.Preemptions}.";
            return (broken.Preemptions, broken.Trace.Choices.Count) == least
                ? null
                : $"The search shows {broken.Preemptions} preemptions in {broken.Trace.Choices.Count} steps; the simplest schedule has {least.Preemptions} in {least.Turns}.";
        });
        TestContext.Out.WriteLine($"{tier} time: {string.Join(", ", compared.Select(c => $"{c.Value} programs with {c.Key} preemptions"))}; 0 differences");
        Assert.That(compared.Where(c => c.Key > 0).Sum(c => c.Value), Is.GreaterThan(count / 25), "too few programs needed a preemption");
    }
}
