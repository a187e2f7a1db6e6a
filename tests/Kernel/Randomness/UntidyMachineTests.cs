using ExerciseKit.Kernel.Randomness;

namespace ExerciseKit.Tests.Kernel.Randomness;

public sealed class UntidyMachineTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(-20, 60), int.MinValue, int.MaxValue];

    [TestCaseSource(nameof(Seeds))]
    public void A_run_begins_just_before_a_year_ends_in_a_time_zone_that_is_not_UTC(int seed)
    {
        var zone = UntidyMachine.ZoneOf(seed);
        var local = UntidyMachine.StartOf(seed).AddMinutes(zone);

        Assert.That(zone, Is.Not.Zero);
        Assert.That((local.Month, local.Day, local.Hour, local.Minute), Is.EqualTo((12, 31, 23, 59)));
        Assert.That(local.Second, Is.AtLeast(58));
        Assert.That(UntidyMachine.StartOf(seed).Kind, Is.EqualTo(DateTimeKind.Utc));
    }

    [TestCaseSource(nameof(Seeds))]
    public void Ids_of_siblings_have_gaps_and_are_in_no_order(int seed)
    {
        var ids = Enumerable.Range(0, 12).Select(i => UntidyMachine.IdOf(seed, $"0.{i}")).ToList();

        Assert.That(ids.Zip(ids.Skip(1)).Select(pair => pair.Second - pair.First), Has.None.EqualTo(1));
        Assert.That(ids, Is.Not.Ordered.And.Not.Ordered.Descending);
    }

    [TestCaseSource(nameof(Seeds))]
    public void No_clock_starts_at_zero_or_runs_backwards_from_a_parent_to_its_child(int seed)
    {
        Assert.That(UntidyMachine.UptimeOf(seed), Is.GreaterThan(TimeSpan.FromDays(1)).And.LessThan(TimeSpan.FromDays(12)));
        Assert.That(UntidyMachine.DriftOf(seed, "0"), Is.EqualTo(TimeSpan.Zero));
        Assert.That(UntidyMachine.DriftOf(seed, "0.1.2"), Is.AtLeast(UntidyMachine.DriftOf(seed, "0.1")));
    }

    [Test]
    public void Seeds_give_different_machines()
    {
        Assert.That(Seeds.Select(UntidyMachine.StartOf).Distinct().Count(), Is.EqualTo(Seeds.Length));
        Assert.That(Seeds.Select(UntidyMachine.ZoneOf).Distinct().Count(), Is.AtLeast(8));
        Assert.That(Seeds.Select(s => UntidyMachine.IdOf(s, "0.0")).Distinct().Count(), Is.EqualTo(Seeds.Length));
        Assert.That(Seeds.Select(s => UntidyMachine.DriftOf(s, "0.0")).Distinct().Count(), Is.EqualTo(8));
    }

    [Test]
    public void A_clock_that_is_read_for_ever_later_stops_at_the_end_of_time()
    {
        var late = UntidyMachine.Read(1, TimeSpan.MaxValue);

        Assert.That(() => new DateTime(late.UtcTicks).AddMinutes(late.ZoneMinutes), Throws.Nothing);
        Assert.That(late.UptimeTicks, Is.EqualTo(long.MaxValue));
    }
}
