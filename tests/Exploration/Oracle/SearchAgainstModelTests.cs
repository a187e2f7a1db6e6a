using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;

namespace ExerciseKit.Tests.Exploration.Oracle;

public sealed class SearchAgainstModelTests
{
    private const int MaxStates = 1500;

    [TestCase(nameof(Tier.Strict), 30)]
    [TestCase(nameof(Tier.Loose), 30)]
    [TestCase(nameof(Tier.Strict), 6000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 6000, Category = "Slow")]
    public void The_search_says_of_random_programs_what_going_through_all_schedules_says(string tierName, int count) =>
        Compare(ProgramCase.Arbitrary, tierName, count);

    [TestCase(nameof(Tier.Strict), 30)]
    [TestCase(nameof(Tier.Loose), 30)]
    [TestCase(nameof(Tier.Strict), 3000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 3000, Category = "Slow")]
    public void The_search_says_of_programs_with_queues_and_pipes_what_going_through_all_schedules_says(string tierName, int count) =>
        Compare(ProgramCase.WithChannels, tierName, count);

    [TestCase(nameof(Tier.Strict), 25)]
    [TestCase(nameof(Tier.Loose), 25)]
    public void The_search_says_of_processes_that_differ_in_what_they_print_what_going_through_all_schedules_says(string tierName, int count) =>
        Compare(ProgramCase.WithNamesakes, tierName, count);

    [Test, Category("Slow")]
    public void The_search_says_of_many_processes_that_differ_in_what_they_print_what_going_through_all_schedules_says(
        [Values(nameof(Tier.Strict), nameof(Tier.Loose))] string tierName, [Range(1, 20)] int part) =>
        Compare(ProgramCase.WithNamesakes, tierName, 500, part);

    private static void Compare(Arbitrary<ProgramCase> programs, string tierName, int count, int part = 0)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var tally = new Tally();
        Seeded.Holds(programs, count, program => Comparison.DifferenceIn(program, tier, MaxStates, p => new TextSearcher(p), tally), part);
        TestContext.Out.WriteLine($"{tier} time: {tally}; 0 differences");
        Assert.Multiple(() =>
        {
            Assert.That(tally.TooLarge, Is.LessThan(count / 2), "too many programs were left out");
            Assert.That(tally.Covered, Is.GreaterThan(tally.Programs / 5), "too few programs were right");
            Assert.That(tally.Broken, Is.GreaterThan(tally.Programs / 5), "too few programs were wrong");
        });
    }

    [Test]
    public void Programs_on_each_synchronizer_are_searched_as_the_model_says(
        [Values(nameof(Synchronizers.Reentrant), nameof(Synchronizers.Permits), nameof(Synchronizers.Signal), nameof(Synchronizers.Sleepers), nameof(Synchronizers.Barrier), nameof(SharedContainers))] string synchronizer,
        [Values(nameof(Tier.Strict), nameof(Tier.Loose))] string tierName) => OnSynchronizer(synchronizer, Enum.Parse<Tier>(tierName), 15);

    [Test, Category("Slow")]
    public void Many_programs_on_each_synchronizer_are_searched_as_the_model_says(
        [Values(nameof(Synchronizers.Reentrant), nameof(Synchronizers.Permits), nameof(Synchronizers.Signal), nameof(Synchronizers.Sleepers), nameof(Synchronizers.Barrier), nameof(SharedContainers))] string synchronizer,
        [Values(nameof(Tier.Strict), nameof(Tier.Loose))] string tierName) => OnSynchronizer(synchronizer, Enum.Parse<Tier>(tierName), 1000);

    [TestCase(nameof(Tier.Strict), 20)]
    [TestCase(nameof(Tier.Loose), 20)]
    [TestCase(nameof(Tier.Strict), 1000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 1000, Category = "Slow")]
    public void How_much_is_learnt_at_once_changes_nothing_but_the_number_of_real_runs(string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var (states, least, most) = (0L, 0L, 0L);
        Seeded.Holds(ProgramCase.Arbitrary, count, program =>
        {
            var (little, varying, much) = (new TextSearcher(program, () => 0), new TextSearcher(program), new TextSearcher(program, () => 100));
            string[] said = [.. ((TextSearcher[])[little, varying, much]).Select(v => Said(v.Search(tier, [])))];
            (least, most) = (least + much.RealRuns, most + little.RealRuns);
            return said.Distinct().Count() == 1 ? null : string.Join('\n', said);
        });
        TestContext.Out.WriteLine($"{tier} time: {count} programs, {states} states, {least} to {most} real runs; 0 differences");
        Assert.That(most, Is.GreaterThan(least));

        string Said(SearchOutcome outcome)
        {
            states += outcome.States;
            return outcome is Broken broken
                ? $"{broken.States} states, {broken.Trace.Fault?.Verdict}, {broken.Preemptions} preemptions, {broken.Trace.Steps.Count} steps"
                : $"{outcome.GetType().Name} in {outcome.States} states";
        }
    }

    private static void OnSynchronizer(string synchronizer, Tier tier, int count)
    {
        var things = synchronizer switch
        {
            nameof(Synchronizers.Reentrant) => Synchronizers.Reentrant,
            nameof(Synchronizers.Permits) => Synchronizers.Permits,
            nameof(Synchronizers.Signal) => Synchronizers.Signal,
            nameof(Synchronizers.Barrier) => Synchronizers.Barrier,
            nameof(SharedContainers) => SharedContainers.Any,
            _ => Synchronizers.Sleepers,
        };
        var tally = new Tally();
        Seeded.Holds(ProgramCase.Synchronized(SynchronizedPrograms.On(things)), count, program => Comparison.DifferenceIn(program, tier, MaxStates, p => new TextSearcher(p), tally));
        TestContext.Out.WriteLine($"{synchronizer} in {tier} time: {tally}; 0 differences");
        Assert.Multiple(() =>
        {
            Assert.That(tally.TooLarge, Is.LessThan(count / 2), "too many programs were left out");
            Assert.That(tally.Covered, Is.GreaterThan(tally.Programs / 10), "too few programs were right");
            Assert.That(tally.Broken, Is.GreaterThan(tally.Programs / 10), "too few programs were wrong");
        });
    }
}
