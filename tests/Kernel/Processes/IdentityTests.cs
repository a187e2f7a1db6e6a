using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Randomness;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;

namespace ExerciseKit.Tests.Kernel.Processes;

public sealed class IdentityTests
{
    [Test]
    public void A_child_knows_its_parent_by_id()
    {
        var kernel = new ByHand();
        var root = Identity(kernel.Do("0", new Identify()));
        var told = Identity(kernel.Do("0", ByHand.StartOf(".0")));
        var child = Identity(kernel.Do("0.0", new Identify()));
        Assert.That(child, Is.EqualTo(told));
        Assert.That(child.ParentId, Is.EqualTo(root.Id));
        Assert.That(root.ParentId, Is.Zero);
    }

    [Test]
    public void Names_are_those_that_Python_gives()
    {
        var kernel = new ByHand();
        Assert.That(Identity(kernel.Do("0", new Identify())).Name, Is.EqualTo("MainProcess"));
        Assert.That(Identity(kernel.Do("0", ByHand.StartOf(".1"))).Name, Is.EqualTo("Process-2"));
        Assert.That(Identity(kernel.Do("0.1", ByHand.StartOf(".0"))).Name, Is.EqualTo("Process-2:1"));
        Assert.That(Identity(kernel.Do("0", ByHand.StartOf(".2", name: "washer"))).Name, Is.EqualTo("washer"));
    }

    [TestCase(null, false)]
    [TestCase(false, false)]
    [TestCase(true, true)]
    public void The_daemon_flag_is_the_parents_unless_said_otherwise(bool? said, bool isDaemon)
    {
        var kernel = new ByHand();
        kernel.Do("0", ByHand.StartOf(".0", isDaemon: said));
        Assert.That(Identity(kernel.Do("0.0", new Identify())).IsDaemon, Is.EqualTo(isDaemon));
    }

    [Test]
    public void Ids_of_a_large_family_differ([Values(1, 2, 77, int.MinValue, int.MaxValue)] int seed)
    {
        var names = new List<string> { "0" };
        for (var i = 0; i < 60; i++)
        {
            names.Add($"0.{i}");
            for (var j = 0; j < 20; j++)
                names.AddRange([$"0.{i}.{j}", $"0.{i}.{j}.0", $"0.{i}.{j}.0.{j}"]);
        }

        Assert.That(names.Select(n => UntidyMachine.IdOf(seed, n)), Is.Unique.And.All.Positive);
    }

    [Test]
    public void A_driver_with_real_processes_gives_their_ids()
    {
        var kernel = new ByHand(Timing.Live);
        kernel.Submit("0", ByHand.StartOf(".0"));
        var step = KernelRules.Step(kernel.State, new Choice("0", ChoiceKind.Complete), childId: 4711);
        Assert.That(Identity(step.Replies.Single().Outcome).Id, Is.EqualTo(4711));
    }

    private static ProcessIdentity Identity(Outcome? outcome) => (ProcessIdentity)outcome!;
}
