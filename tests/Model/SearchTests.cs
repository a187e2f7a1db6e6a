using ExerciseKit.Tests.Model.Generation;

namespace ExerciseKit.Tests.Model;

public sealed class SearchTests
{
    [TestCase(nameof(Tier.Strict), 60)]
    [TestCase(nameof(Tier.Loose), 60)]
    [TestCase(nameof(Tier.Strict), 1000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 1000, Category = "Slow")]
    public void Not_going_twice_through_one_moment_loses_no_end_and_no_schedule(string tierName, int count)
    {
        const int maxSchedules = 2000;
        var tier = Enum.Parse<Tier>(tierName);
        var (compared, all) = (0, 0L);
        Seeded.Holds(Programs.Arbitrary, count, program =>
        {
            var world = World.AtBeginning(program, tier);
            if (Search.Exhaust(world, maxStates: 1000) is not { } explored || explored.Schedules > maxSchedules)
                return null;
            compared++;
            var schedules = Search.EverySchedule(world).ToList();
            all += schedules.Count;
            if (schedules.Count != explored.Schedules)
                return $"{schedules.Count} schedules, counted {explored.Schedules}.";
            if (schedules.DistinctBy(s => string.Join(',', s.Schedule)).Count() != schedules.Count)
                return "A schedule was met twice.";
            return explored.Ends.SetEquals(schedules.Select(s => s.End)) ? null : "The end states differ.";
        });
        TestContext.Out.WriteLine($"{tier} time: {compared} programs, {all} schedules gone through one by one");
        Assert.That(compared, Is.GreaterThan(count / 3), "too many programs were left out");
    }

    [TestCase(2, 20)]
    [TestCase(5, 924)]
    public void The_interleavings_of_two_processes_that_only_print_are_all_there(int prints, int interleavings)
    {
        // Each does its prints and its end: the binomial coefficient of twice as many steps over as many.
        var body = Enumerable.Repeat<Statement>(new Print("x"), prints).ToArray();
        var program = SmallProgram.Of(("0", ProcessText.Of([new Start("0.0"), .. body])), ("0.0", ProcessText.Of(body)));
        Assert.That(Search.EverySchedule(World.AtBeginning(program, Tier.Strict)).Count(), Is.EqualTo(interleavings));
    }

    [Test]
    public void A_shrunk_program_is_never_larger() =>
        Seeded.Holds(Programs.Arbitrary, 200, program =>
            Shrinking.Of(program).FirstOrDefault(s => s.ToString().Length > program.ToString().Length)?.ToString());
}
