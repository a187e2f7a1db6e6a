using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Kernel.Driving;

namespace ExerciseKit.Tests.Kernel.Randomness;

public sealed class SeedTests
{
    [Test]
    public void A_seed_depends_on_nothing_but_the_runs_seed_the_process_and_how_many_it_drew()
    {
        var first = new ByHand();
        first.Do("0", ByHand.StartOf(".0"));
        var childFirst = new[] { first.Do("0.0", new DrawSeed()), first.Do("0", new DrawSeed()), first.Do("0.0", new DrawSeed()) };

        var second = new ByHand();
        second.Do("0", ByHand.StartOf(".0"));
        var rootFirst = new[] { second.Do("0", new DrawSeed()), second.Do("0.0", new DrawSeed()), second.Do("0.0", new DrawSeed()) };

        Assert.That(childFirst, Is.EquivalentTo(rootFirst));
        Assert.That(childFirst[0], Is.EqualTo(rootFirst[1]));
        Assert.That(childFirst, Is.Unique);
    }

    [Test]
    public void Another_seed_of_the_run_gives_other_seeds() =>
        Assert.That(
            Enumerable.Range(1, 100).Select(seed => new ByHand(new KernelSettings(Timing.Strict, seed)).Do("0", new DrawSeed())),
            Is.Unique);
}
