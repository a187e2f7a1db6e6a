using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;

namespace ExerciseKit.Tests.Kernel;

public sealed class LockstepTests
{
    private const int MaxMoments = 600;

    [TestCase(nameof(Tier.Strict), 400)]
    [TestCase(nameof(Tier.Loose), 400)]
    [TestCase(nameof(Tier.Strict), 10_000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 10_000, Category = "Slow")]
    public void On_any_walk_the_kernel_offers_what_the_model_offers_and_answers_the_same(string tierName, int count) =>
        WalkThrough(Programs.Any, tierName, count);

    [TestCase(nameof(Tier.Strict), 400)]
    [TestCase(nameof(Tier.Loose), 400)]
    [TestCase(nameof(Tier.Strict), 20_000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 20_000, Category = "Slow")]
    public void On_any_walk_through_queues_and_pipes_the_kernel_offers_what_the_model_offers_and_answers_the_same(string tierName, int count) =>
        WalkThrough(ChannelPrograms.Any, tierName, count);

    [TestCase(nameof(Tier.Strict), 30)]
    [TestCase(nameof(Tier.Loose), 30)]
    [TestCase(nameof(Tier.Strict), 600, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 600, Category = "Slow")]
    public void The_kernel_takes_two_moments_for_equal_exactly_where_the_model_does(string tierName, int count) =>
        TellApart(Programs.Arbitrary, tierName, count);

    [TestCase(nameof(Tier.Strict), 40)]
    [TestCase(nameof(Tier.Loose), 40)]
    [TestCase(nameof(Tier.Strict), 2000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 2000, Category = "Slow")]
    public void The_kernel_takes_two_moments_of_queues_and_pipes_for_equal_exactly_where_the_model_does(string tierName, int count) =>
        TellApart(ChannelPrograms.Arbitrary, tierName, count);

    private static void WalkThrough(Gen<SmallProgram> programs, string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var (turns, ends) = (0, 0);
        Seeded.Holds(Walk.Through(programs), count, walk =>
        {
            var model = World.AtBeginning(walk.Program, tier);
            foreach (var (kernel, next) in walk.Moments(tier))
            {
                if (Difference(kernel, model) is { } difference)
                    return difference;
                turns++;
                ends += kernel.Turns.Count == 0 ? 1 : 0;
                if (next is { } turn)
                    model = model.After(turn);
            }

            return null;
        });
        TestContext.Out.WriteLine($"{tier} time: {count} walks, {turns} moments compared, {ends} walks came to an end");
        Assert.That(ends, Is.GreaterThan(count / 2), "too many walks were cut short");
    }

    private static void TellApart(Arbitrary<SmallProgram> programs, string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var moments = 0;
        Seeded.Holds(programs, count, program =>
        {
            var modelKeys = new Dictionary<object, object>();
            var kernelKeys = new Dictionary<object, object>();
            var waiting = new Stack<(KernelRun, World)>([(KernelRun.AtBeginning(program, tier), World.AtBeginning(program, tier))]);
            while (waiting.TryPop(out var pair) && modelKeys.Count < MaxMoments)
            {
                var (kernel, model) = pair;
                var isNew = modelKeys.TryAdd(kernel.Key, model.Key);
                if (!modelKeys[kernel.Key].Equals(model.Key))
                    return $"The kernel takes these for one, the model does not:\n{modelKeys[kernel.Key]}\n\n{model.Key}";
                if (!kernelKeys.TryAdd(model.Key, kernel.Key) && !kernelKeys[model.Key].Equals(kernel.Key))
                    return $"The model takes this for one, the kernel does not:\n{model.Key}";
                if (!isNew)
                    continue;
                moments++;
                foreach (var turn in kernel.Turns)
                    waiting.Push((kernel.After(turn), model.After(turn)));
            }

            return null;
        });
        TestContext.Out.WriteLine($"{tier} time: {count} programs, {moments} moments told apart by both");
        Assert.That(moments, Is.GreaterThan(20 * count));
    }

    private static string? Difference(KernelRun kernel, World model)
    {
        if (!kernel.Turns.Order(ByText).SequenceEqual(model.Turns.Order(ByText)))
            return $"The kernel offers [{string.Join(", ", kernel.Turns)}], the model [{string.Join(", ", model.Turns)}] at:\n{model.Key}";
        foreach (var actor in model.Actors.Values)
        {
            if (kernel.LastOf(actor.Name) != actor.Cursor.Last)
                return $"{actor.Name} was told {kernel.LastOf(actor.Name)} by the kernel, {actor.Cursor.Last} by the model, at:\n{model.Key}";
        }

        return kernel.Turns.Count > 0 || kernel.End == model.End ? null : $"The kernel ends with {kernel.End}, the model with {model.End}";
    }

    private static Comparer<Turn> ByText { get; } = Comparer<Turn>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
}
