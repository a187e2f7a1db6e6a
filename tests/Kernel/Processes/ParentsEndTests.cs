using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Processes;

public sealed class ParentsEndTests
{
    private static object[] Ends { get; } = [new Return(), new Throw(), new Exit(3)];

    [TestCaseSource(nameof(Ends))]
    public void A_process_that_ends_by_itself_waits_for_its_children(object end)
    {
        var only = InKernel.EndsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), (Step)end)),
            ("0.0", ProcessText.Of(new Pause(3), new Print("done"))))).Single();
        Assert.That(only.Time, Is.EqualTo(3));
        Assert.That(only.Lines, Is.EqualTo("0.0: done"));
        Assert.That(only.IsDeadlock, Is.False);
    }

    [TestCaseSource(nameof(Ends))]
    public void A_process_that_ends_by_itself_terminates_its_daemons(object end)
    {
        var only = InKernel.EndsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Pause(1), (Step)end)),
            ("0.0", ProcessText.Daemon(new Print("lives"), new Pause(9), new Print("dies"))))).Single();
        Assert.That(only.Lines, Is.EqualTo("0.0: lives"));
        Assert.That(only.Time, Is.EqualTo(1));
        Assert.That(only.Fates, Does.Contain("0.0 ended with -15"));
    }

    [Test]
    public void A_daemon_that_needs_less_time_than_its_parent_comes_to_its_own_end()
    {
        var only = InKernel.EndsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Pause(2))),
            ("0.0", ProcessText.Daemon(new Pause(1), new Print("dies"))))).Single();
        Assert.That(only.Lines, Is.EqualTo("0.0: dies"));
        Assert.That(only.Fates, Does.Contain("0.0 ended with 0"));
    }

    [Test]
    public void The_exit_code_is_set_only_when_the_children_have_ended()
    {
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Pause(1), new AskExitCode("0.0"), new PrintLast(), new Join("0.0"), new AskExitCode("0.0"), new PrintLast())),
            ("0.0", ProcessText.Of(new Start("0.0.0"), new Exit(5))),
            ("0.0.0", ProcessText.Of(new Pause(2))));
        Assert.That(InKernel.PrintoutsOf(program), Is.EqualTo(new[] { "0: Nothing 0: Number 5" }));
    }

    [Test]
    public void A_killed_parents_children_live_on()
    {
        var only = InKernel.EndsOf(Orphaned(rootSeconds: 9)).Single();
        Assert.That(only.Lines, Is.EqualTo("0.0.0: still here"));
        Assert.That(only.Fates, Is.EqualTo("0 ended with 0\n0.0 ended with -9\n0.0.0 ended with 0"));
    }

    [Test]
    public void An_orphan_that_outlives_the_root_is_left_behind()
    {
        var only = InKernel.EndsOf(Orphaned(rootSeconds: 0)).Single();
        Assert.That(only.Lines, Is.Empty);
        Assert.That(only.Fates, Is.EqualTo("0 ended with 0\n0.0 ended with -9\n0.0.0 was left behind"));
        Assert.That(only.IsDeadlock, Is.False);
    }

    [Test]
    public void A_process_that_waits_for_its_children_can_still_be_killed()
    {
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Pause(1), new Kill("0.0"), new Join("0.0"), new AskExitCode("0.0"), new PrintLast())),
            ("0.0", ProcessText.Of(new Start("0.0.0"), new Return())),
            ("0.0.0", ProcessText.Of(new Pause(5))));
        Assert.That(InKernel.PrintoutsOf(program), Is.EqualTo(new[] { "0: Number -9" }));
    }

    [Test]
    public void A_parent_that_waits_for_its_child_is_blocked_by_it()
    {
        var kernel = new ByHand();
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Submit("0.0", new Sleep(TimeSpan.FromSeconds(1)));
        kernel.Submit("0", new EndProcess(Ending.Returned, 0), line: 8);
        Assert.That(kernel.Step("0"), Is.Null, "a process that is over is told nothing");

        var wait = KernelRules.Blocked(kernel.State).Single(w => w.Agent == "0");
        Assert.That(wait.HeldBy, Is.EqualTo(new[] { "0.0" }));
        Assert.That(wait.Site, Is.EqualTo(new CallSite("Program.cs", 8)));
    }

    private static SmallProgram Orphaned(int rootSeconds) => SmallProgram.Of(
        ("0", ProcessText.Of(new Start("0.0"), new Pause(1), new Kill("0.0"), new Join("0.0"), new Pause(rootSeconds))),
        ("0.0", ProcessText.Of(new Start("0.0.0"), new Pause(9))),
        ("0.0.0", ProcessText.Of(new Pause(3), new Print("still here"))));
}
