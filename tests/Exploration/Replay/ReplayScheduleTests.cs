using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Replay;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Exploration.Sampling;
using static ExerciseKit.Tests.Exploration.Sampling.StraightLine;

namespace ExerciseKit.Tests.Exploration.Replay;

public sealed class ReplayScheduleTests
{
    private static readonly StraightLine Program = Children([Append("a"), Append("b")], [Append("a"), Print()]);

    [Test]
    public void A_recorded_run_is_taken_again_step_by_step([Range(0, 9)] int seed)
    {
        var recorded = Program.Run(new RandomWalk(seed));
        var schedule = new ReplaySchedule(ReplayToken.StepsOf(recorded, recorded.Steps.Count));

        var replayed = Program.Run(schedule);
        schedule.NoteEnd(replayed);

        Assert.That(schedule.Divergence, Is.Null);
        Assert.That(replayed.Choices, Is.EqualTo(recorded.Choices));
        Assert.That(replayed.Steps.SelectMany(s => s.Events), Is.EqualTo(recorded.Steps.SelectMany(s => s.Events)));
    }

    [Test]
    public void A_part_of_a_run_ends_where_the_token_ends()
    {
        var recorded = Program.Run(new RandomWalk(1));
        var schedule = new ReplaySchedule(ReplayToken.StepsOf(recorded, 4));

        var replayed = Program.Run(schedule);
        schedule.NoteEnd(replayed);

        Assert.That(replayed.Steps, Has.Count.EqualTo(4));
        Assert.That(schedule.Divergence, Is.Null);
        Assert.That(schedule.End?.AwaitsOperations, Is.False, "All have asked for what they do next.");
    }

    [Test]
    public void Another_operation_than_expected_is_told_with_both()
    {
        var divergence = DivergenceOn(Children([Append("a"), Append("c")], [Append("a"), Print()]), out var step);

        Assert.That(divergence?.Step, Is.EqualTo(step));
        Assert.That(divergence?.Expected.En, Does.Contain("File.AppendAllText b").And.StartWith("Process-1"));
        Assert.That(divergence?.Came.En, Does.Contain("File.AppendAllText c").And.Contain("Program.cs:2"));
    }

    [Test]
    public void A_line_more_in_the_source_is_no_other_operation()
    {
        var recorded = Program.Run(new RandomWalk(1));
        var steps = ReplayToken.StepsOf(recorded, recorded.Steps.Count);

        Assert.That(steps.Select(s => s.Operation), Has.None.Contains("Program.cs"));
    }

    [Test]
    public void A_process_that_ended_too_soon_is_told()
    {
        var divergence = DivergenceOn(Children([Append("a")], [Append("a"), Print()]), out var step);

        Assert.That(divergence?.Step, Is.EqualTo(step));
        Assert.That(divergence?.Came.En, Does.Contain("Process-1").And.Contain("ends"));
    }

    [Test]
    public void A_process_that_is_not_there_is_told()
    {
        var divergence = DivergenceOn(Of((Main, [Print()])), out _);

        Assert.That(divergence?.Step, Is.EqualTo(1));
        Assert.That(divergence?.Expected.En, Does.Contain("ChildProcess.Start"));
        Assert.That(divergence?.Came.En, Does.Contain("main: prints x"));
    }

    [Test]
    public void An_operation_that_can_not_happen_now_is_told_as_such()
    {
        const string Lock = "0~0";
        var free = Of((Main, [new CreateLock(Lock), Start(Child(0)), new AcquireLock(Lock, null), Print()]), (Child(0), [Append("a")]));
        var taken = Of((Main, [new CreateLock(Lock), Start(Child(0)), new AcquireLock(Lock, null), Print()]), (Child(0), [new AcquireLock(Lock, null)]));
        EquatableSteps(free, out var steps);
        var schedule = new ReplaySchedule([steps[0], steps[1], new(new Choice(Child(0), ChoiceKind.Complete), "ProcessLock.Acquire"), new(new Choice(Main, ChoiceKind.Complete), "ProcessLock.Acquire")]);

        taken.Run(schedule);

        Assert.That(schedule.Divergence?.Step, Is.EqualTo(4));
        Assert.That(schedule.Divergence?.Came.En, Does.Contain("ProcessLock.Acquire").And.EndWith("for which that can't happen now"));
    }

    [Test]
    public void A_run_that_ends_before_the_token_does_is_told()
    {
        var longer = Program.Run(new RandomWalk(1));
        var steps = ReplayToken.StepsOf(longer, longer.Steps.Count);
        var schedule = new ReplaySchedule([.. steps, steps[0]]);

        schedule.NoteEnd(Program.Run(schedule));

        Assert.That(schedule.Divergence?.Step, Is.EqualTo(longer.Steps.Count + 1));
        Assert.That(schedule.Divergence?.Came.En, Does.Contain("ended before"));
    }

    [Test]
    public void What_is_expected_is_short_and_on_one_line()
    {
        var program = Of((Main, [new WriteConsole(ConsoleStream.Out, "two\nlines and \ud83d\ude00" + new string('x', 200) + "\n")]));
        EquatableSteps(program, out var steps);

        Assert.That(steps[0].Operation, Does.StartWith("prints two lines and 😀").And.Length.LessThanOrEqualTo(61));
    }

    /// <summary>Runs what was recorded of the program above on another one, first process first.</summary>
    private static Divergence? DivergenceOn(StraightLine other, out int step)
    {
        var recorded = Program.Run(new FirstChoice());
        var schedule = new ReplaySchedule(ReplayToken.StepsOf(recorded, recorded.Steps.Count));
        schedule.NoteEnd(other.Run(schedule));
        step = 1 + recorded.Steps.ToList().FindIndex(s => s.Events.OfType<OperationCompleted>().Any(e => e.Operation is AppendFile { Path: "b" }));
        return schedule.Divergence;
    }

    private static void EquatableSteps(StraightLine program, out List<ReplayStep> steps)
    {
        var recorded = program.Run(new FirstChoice());
        steps = [.. ReplayToken.StepsOf(recorded, recorded.Steps.Count)];
    }

    private sealed class FirstChoice : ISchedule
    {
        public Choice? Pick(KernelState state, IReadOnlyList<Choice> choices) => choices[0];
    }
}
