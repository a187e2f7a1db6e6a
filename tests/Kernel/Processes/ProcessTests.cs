using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Processes;

public sealed class ProcessTests
{
    private const string Child = "0.0";

    private static object[] Ends { get; } =
    [
        new object[] { new Return(), 0 },
        new object[] { new Throw(), 1 },
        new object[] { new Exit(7), 7 },
    ];

    [TestCaseSource(nameof(Ends))]
    public void A_processs_own_end_sets_its_exit_code(object end, int code) =>
        Assert.That(Printouts([new Start(Child), new Join(Child), new AskExitCode(Child), new PrintLast()], [(Step)end]), Is.EqualTo(new[] { $"0: Number {code}" }));

    [Test]
    public void There_is_no_exit_code_before_the_end() =>
        Assert.That(Printouts([new AskExitCode(Child), new PrintLast(), new Start(Child), new AskExitCode(Child), new PrintLast()], [new Pause(1)]), Is.EqualTo(new[] { "0: Nothing 0: Nothing" }));

    [Test]
    public void A_terminated_process_has_exit_code_minus_15_and_a_killed_one_minus_9()
    {
        Assert.That(Printouts([new Start(Child), new Terminate(Child), new Join(Child), new AskExitCode(Child), new PrintLast()], [new Pause(1)]), Is.EqualTo(new[] { "0: Number -15" }));
        Assert.That(Printouts([new Start(Child), new Kill(Child), new Join(Child), new AskExitCode(Child), new PrintLast()], [new Pause(1)]), Is.EqualTo(new[] { "0: Number -9" }));
    }

    [Test]
    public void A_kill_is_not_taken_back_by_a_terminate() =>
        Assert.That(Printouts([new Start(Child), new Kill(Child), new Terminate(Child), new Join(Child), new AskExitCode(Child), new PrintLast()], [new Pause(1)]), Is.EqualTo(new[] { "0: Number -9" }));

    [Test]
    public void Terminating_a_process_that_has_ended_changes_nothing() =>
        Assert.That(Printouts([new Start(Child), new Join(Child), new Terminate(Child), new AskExitCode(Child), new PrintLast()], [new Exit(3)]), Is.EqualTo(new[] { "0: Number 3" }));

    [Test]
    public void A_terminated_process_may_die_at_any_moment_or_come_to_its_own_end() =>
        Assert.That(
            Printouts([new Start(Child), new Terminate(Child), new Join(Child)], [new Print("a"), new Print("b")]),
            Is.EquivalentTo(new[] { "", "0.0: a", "0.0: a 0.0: b" }));

    [Test]
    public void A_terminated_process_may_die_while_it_is_blocked() =>
        Assert.That(
            Printouts([new CreateLock("0~0"), new Acquire("0~0"), new Start(Child), new Pause(1), new Terminate(Child), new Join(Child), new PrintLast()], [new Acquire("0~0"), new Print("never")]),
            Is.EqualTo(new[] { "0: Yes" }));

    [Test]
    public void Asking_whether_a_process_lives_right_after_terminating_it_is_a_race() =>
        Assert.That(
            Printouts([new Start(Child), new Terminate(Child), new AskAlive(Child), new PrintLast()], [new Pause(1)]),
            Is.EquivalentTo(new[] { "0: Yes", "0: No" }));

    [Test]
    public void A_process_lives_from_its_start_to_its_end() =>
        Assert.That(
            Printouts([new AskAlive(Child), new PrintLast(), new Start(Child), new AskAlive(Child), new PrintLast(), new Join(Child), new AskAlive(Child), new PrintLast()], [new Pause(1)]),
            Is.EqualTo(new[] { "0: No 0: Yes 0: No" }));

    [Test]
    public void A_join_without_patience_returns_at_once()
    {
        var end = InKernel.EndsOf(Program([new Start(Child), new Join(Child, 0), new PrintLast(), new LookAtClock(), new PrintLast()], [new Pause(5)])).Single();
        Assert.That(end.Lines, Is.EqualTo("0: No\n0: Number 0"));
    }

    [Test]
    public void A_join_waits_for_the_end() =>
        Assert.That(Printouts([new Start(Child), new Join(Child), new Print("joined")], [new Pause(1), new Print("done")]), Is.EqualTo(new[] { "0.0: done 0: joined" }));

    [Test]
    public void Starting_twice_is_refused() =>
        Assert.That(Printouts([new Start(Child), new Start(Child), new PrintLast()], []), Is.EqualTo(new[] { "0: Misuse" }));

    [Test]
    public void Starting_again_after_the_end_is_refused_too() =>
        Assert.That(Printouts([new Start(Child), new Join(Child), new Start(Child), new PrintLast()], []), Is.EqualTo(new[] { "0: Misuse" }));

    private static object[] Early { get; } = [new Join(Child), new Join(Child, 0), new Join(Child, 1), new Terminate(Child), new Kill(Child)];

    [TestCaseSource(nameof(Early))]
    public void Before_the_start_a_child_can_be_neither_joined_nor_ended(object step) =>
        Assert.That(Printouts([(Step)step, new PrintLast()], []), Is.EqualTo(new[] { "0: Misuse" }));

    private static object[] Foreign { get; } =
        [new Start("0.1"), new Join("0.1"), new Join("0.1", 0), new Join("0.1", 1), new AskAlive("0.1"), new AskExitCode("0.1"), new Terminate("0.1"), new Kill("0.1"), new Join("0"), new Join(Child)];

    [TestCaseSource(nameof(Foreign))]
    public void Only_its_creator_may_do_anything_to_a_process(object step)
    {
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.1"), new Start(Child))),
            ("0.0", ProcessText.Of((Step)step, new PrintLast())),
            ("0.1", ProcessText.Of(new Pause(1), new Print("lives"))));
        Assert.That(InKernel.PrintoutsOf(program), Is.EqualTo(new[] { "0.0: Misuse 0.1: lives" }));
    }

    [Test]
    public void A_daemon_may_not_start_children()
    {
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new Start(Child), new Join(Child))),
            ("0.0", ProcessText.Daemon(new Start("0.0.0"), new PrintLast())),
            ("0.0.0", ProcessText.Of(new Print("never"))));
        Assert.That(InKernel.PrintoutsOf(program), Is.EqualTo(new[] { "0.0: Misuse" }));
    }

    [Test]
    public void Terminate_leaves_locks_held() =>
        Assert.That(
            Printouts(
                [new CreateLock("0~0"), new Start(Child), new Pause(1), new Terminate(Child), new Join(Child), new Acquire("0~0", 0), new PrintLast()],
                [new Acquire("0~0"), new Pause(9), new Release("0~0")]),
            Is.EqualTo(new[] { "0: No" }));

    [Test]
    public void The_living_children_are_listed() =>
        Assert.That(
            Printouts([new ListChildren(), new PrintLast(), new Start(Child), new ListChildren(), new PrintLast(), new Join(Child), new ListChildren(), new PrintLast()], [new Pause(1)]),
            Is.EqualTo(new[] { "0: Text 0: Text 0.0 0: Text" }));

    [Test]
    public void More_processes_than_the_limit_are_refused_until_one_has_ended()
    {
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new Start(Child), new Start("0.1"), new PrintLast(), new Join(Child), new Start("0.1"), new PrintLast())),
            ("0.0", ProcessText.Of(new Pause(1))),
            ("0.1", ProcessText.Of())) with
        { MaxProcesses = 2 };
        Assert.That(InKernel.PrintoutsOf(program), Is.EqualTo(new[] { "0: TooManyProcesses 0: Nothing" }));
    }

    private static SmallProgram Program(Statement[] root, Statement[] child) => SmallProgram.Of(("0", ProcessText.Of(root)), (Child, ProcessText.Of(child)));

    private static IEnumerable<string> Printouts(Statement[] root, Statement[] child) => InKernel.PrintoutsOf(Program(root, child));
}
