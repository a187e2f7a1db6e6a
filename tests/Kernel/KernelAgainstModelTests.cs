using System.Numerics;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;

namespace ExerciseKit.Tests.Kernel;

public sealed class KernelAgainstModelTests
{
    private const int MaxStates = 2000;

    [TestCase(nameof(Tier.Strict), 50)]
    [TestCase(nameof(Tier.Loose), 50)]
    [TestCase(nameof(Tier.Strict), 1000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 1000, Category = "Slow")]
    public void Random_programs_come_to_the_same_ends_in_the_kernel_and_in_the_model(string tierName, int count) =>
        Compare(Programs.Arbitrary, tierName, count);

    [TestCase(nameof(Tier.Strict), 40)]
    [TestCase(nameof(Tier.Loose), 40)]
    [TestCase(nameof(Tier.Strict), 3000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 3000, Category = "Slow")]
    public void Random_programs_with_queues_and_pipes_come_to_the_same_ends_in_the_kernel_and_in_the_model(string tierName, int count) =>
        Compare(ChannelPrograms.Arbitrary, tierName, count);

    private static void Compare(Arbitrary<SmallProgram> programs, string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var (compared, tooLarge, deadlocks, ends, states) = (0, 0, 0, 0, 0);
        var schedules = BigInteger.Zero;
        Seeded.Holds(programs, count, program =>
        {
            if (Search.Exhaust(World.AtBeginning(program, tier), MaxStates) is not { } model)
            {
                tooLarge++;
                return null;
            }

            var kernel = Search.Exhaust(KernelRun.AtBeginning(program, tier), 10 * MaxStates);
            compared++;
            schedules += model.Schedules;
            ends += model.Ends.Count;
            states += model.States;
            deadlocks += model.Ends.Any(e => e.IsDeadlock) ? 1 : 0;
            return Difference(model, kernel);
        });
        TestContext.Out.WriteLine($"{tier} time: {compared} programs compared, {tooLarge} too large; {schedules} schedules, {states} states, {ends} end states, {deadlocks} programs that can deadlock");
        Assert.Multiple(() =>
        {
            Assert.That(tooLarge, Is.LessThan(count / 2), "too many programs were left out");
            Assert.That(ends, Is.GreaterThan(3 * compared), "the programs had too little choice");
            Assert.That(deadlocks, Is.GreaterThan(compared / 20), "too few programs could deadlock");
        });
    }

    private static string? Difference(Explored model, Explored? kernel)
    {
        if (kernel is null)
            return $"The kernel goes through more than ten times the model's {model.States} states.";
        if (kernel.Ends.Except(model.Ends).FirstOrDefault() is { } extra)
            return $"Only the kernel comes to {extra}";
        if (model.Ends.Except(kernel.Ends).FirstOrDefault() is { } missing)
            return $"Only the model comes to {missing}";
        return kernel.Schedules == model.Schedules ? null : $"The kernel knows {kernel.Schedules} schedules, the model {model.Schedules}.";
    }
}
