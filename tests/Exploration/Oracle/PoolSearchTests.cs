using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Tests.Exploration.Oracle.Real;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>The oracle on programs with a pool alone, of which it draws too few among all others.</summary>
public sealed class PoolSearchTests
{
    private const int MaxStates = 1500;

    [TestCase(nameof(Tier.Strict), 20)]
    [TestCase(nameof(Tier.Loose), 20)]
    [TestCase(nameof(Tier.Strict), 3000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 3000, Category = "Slow")]
    public void The_search_says_of_random_pools_what_going_through_all_schedules_says(string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var tally = new Tally();
        Seeded.Holds(ProgramCase.WithPool, count, program => Comparison.DifferenceIn(program, tier, MaxStates, p => new TextSearcher(p), tally));
        TestContext.Out.WriteLine($"{tier} time: {tally}; 0 differences");
        Assert.Multiple(() =>
        {
            Assert.That(tally.TooLarge, Is.LessThan(count / 2), "too many programs were left out");
            Assert.That(tally.Covered, Is.GreaterThan(tally.Programs / 5), "too few programs were right");
            Assert.That(tally.Broken, Is.GreaterThan(tally.Programs / 5), "too few programs were wrong");
        });
    }

    [TestCase(nameof(Tier.Strict), 4)]
    [TestCase(nameof(Tier.Loose), 4)]
    [TestCase(nameof(Tier.Strict), 150, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 150, Category = "Slow")]
    public async Task Random_pools_in_C_sharp_do_in_real_processes_what_the_model_says(string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var tally = new Tally();
        await using var pool = new HostPool(SandboxDemand.WhatThereIs);
        Seeded.Holds(ProgramCase.SayableWithPool, count, program =>
        {
            RealSearcher? real = null;
            try
            {
                return Comparison.DifferenceIn(program, tier, MaxStates, p => real = new RealSearcher(p, pool), tally);
            }
            finally
            {
                real?.Dispose();
            }
        });
        TestContext.Out.WriteLine($"{tier} time: {tally}; 0 differences");
        Assert.That(tally.Programs, Is.GreaterThan(count / 2), "too many programs were left out");
    }
}
