using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>Whoever tries a number of times may be told no each time: what comes of that is found, and nothing that can't come of it.</summary>
public sealed class RetryOracleTests
{
    private const int MaxStates = 20_000;

    private static IEnumerable<string> Names => RetryingPrograms.Names;

    [Test]
    public Task One_or_two_tries_come_to_what_the_model_says([ValueSource(nameof(Names))] string name, [Values(nameof(Tier.Strict), nameof(Tier.Loose))] string tier) => CompareAsync(name, Enum.Parse<Tier>(tier), 1, 2);

    [Test, Category("Slow")]
    public Task Three_to_twelve_tries_come_to_what_the_model_says([ValueSource(nameof(Names))] string name, [Values(nameof(Tier.Strict), nameof(Tier.Loose))] string tier) => CompareAsync(name, Enum.Parse<Tier>(tier), 3, 12);

    private static async Task CompareAsync(string name, Tier tier, int from, int to)
    {
        var tally = new Tally();
        await using var pool = new HostPool(SandboxDemand.WhatThereIs);
        for (var times = from; times <= to; times++)
        {
            RealSearcher? real = null;
            try
            {
                var difference = Comparison.DifferenceIn(RetryingPrograms.Of(name, times), tier, MaxStates, p => real = new RealSearcher(p, pool), tally);
                Assert.That(difference, Is.Null, $"{times} times");
            }
            finally
            {
                real?.Dispose();
            }
        }

        TestContext.Out.WriteLine($"{name}, {tier} time: {tally}; 0 differences");
        Assert.That(tally.TooLarge, Is.Zero);
    }
}
