using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

public sealed class RealProgramTests
{
    private const int MaxStates = 600;

    [TestCase(nameof(Tier.Strict), 3)]
    [TestCase(nameof(Tier.Loose), 3)]
    [TestCase(nameof(Tier.Strict), 100, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 100, Category = "Slow")]
    public Task Random_programs_in_C_sharp_do_in_real_processes_what_the_model_says(string tierName, int count) =>
        CompareAsync(ProgramCase.Sayable, tierName, count);

    [TestCase(nameof(Tier.Strict), 3)]
    [TestCase(nameof(Tier.Loose), 3)]
    [TestCase(nameof(Tier.Strict), 200, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 200, Category = "Slow")]
    public Task Random_programs_with_queues_and_pipes_do_in_real_processes_what_the_model_says(string tierName, int count) =>
        CompareAsync(ProgramCase.SayableWithChannels, tierName, count);

    private static async Task CompareAsync(Arbitrary<ProgramCase> programs, string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var tally = new Tally();
        var confirmed = 0;
        await using var pool = new HostPool(SandboxDemand.WhatThereIs);
        Seeded.Holds(programs, count, program =>
        {
            RealSearcher? real = null;
            try
            {
                return Comparison.DifferenceIn(program, tier, MaxStates, p => real = new RealSearcher(p, pool), tally);
            }
            finally
            {
                confirmed += real?.Confirmed ?? 0;
                real?.Dispose();
            }
        });
        TestContext.Out.WriteLine($"{tier} time: {tally}; {confirmed} schedules confirmed by {pool.Started} hosts; 0 differences");
        Assert.That(tally.Programs, Is.GreaterThan(count / 2), "too many programs were left out");
    }
}
