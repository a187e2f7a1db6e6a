using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;

namespace ExerciseKit.Tests.Kernel;

public sealed class KernelStateTests
{
    [Test]
    public void The_same_moment_at_another_time_is_another_state()
    {
        var state = new ByHand().State;
        var (later, asLate) = (state.At(TimeSpan.FromSeconds(1)), state.At(TimeSpan.FromSeconds(1)));
        Assert.That(later, Is.Not.EqualTo(state));
        Assert.That(later, Is.EqualTo(asLate));
    }

    [Test]
    public void Time_never_goes_back()
    {
        var later = new ByHand().State.At(TimeSpan.FromSeconds(2));
        Assert.That(later.At(TimeSpan.FromSeconds(1)).Now, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void Runs_under_other_settings_are_not_equal() =>
        Assert.That(new ByHand(Timing.Strict).State, Is.Not.EqualTo(new ByHand(Timing.Loose).State));

    [Test]
    public void An_agent_that_does_not_run_may_ask_for_nothing()
    {
        var kernel = new ByHand();
        kernel.Submit("0", new Identify());
        Assert.That(() => kernel.Submit("0", new Identify()), Throws.InvalidOperationException.With.Message.Contains("only a running agent may ask"));
        Assert.That(() => kernel.Submit("0.7", new Identify()), Throws.InvalidOperationException.With.Message.Contains("unknown"));
    }

    [Test]
    public void What_a_step_did_stands_in_its_events()
    {
        var kernel = new ByHand();
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Do("0", new KillProcess(".0"));
        kernel.Step("0.0", ChoiceKind.Die);
        kernel.Do("0", new EndProcess(Ending.Exited, 4));
        Assert.That(
            kernel.Events.Select(e => (e.Agent, e.GetType().Name)),
            Is.EqualTo(new[]
            {
                ("0", nameof(OperationCompleted)), ("0", nameof(ProcessStarted)), ("0", nameof(OperationCompleted)), ("0.0", nameof(ProcessDied)), ("0", nameof(ProcessLeaving)), ("0", nameof(ProcessEnded)),
            }));
        Assert.That(KernelRules.LeftBehind(kernel.State), Is.Empty);
    }

    [Test]
    public void As_if_time_began_now_what_is_left_of_each_deadline_stays()
    {
        var kernel = new ByHand();
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Submit("0", new Sleep(TimeSpan.FromSeconds(5)));
        kernel.Submit("0.0", new Sleep(TimeSpan.FromSeconds(1)));
        kernel.Advance(TimeSpan.FromSeconds(2));

        Assert.That(kernel.State.Root.Since(kernel.State.Now).Deadline, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(kernel.State.Agents["0.0"]!.Since(kernel.State.Now).Deadline, Is.EqualTo(TimeSpan.Zero), "What is over is over now, and not before.");
    }

    [Test]
    public void The_same_wait_at_two_times_is_one_as_if_time_began_now()
    {
        Assert.That(Since(WaitFrom(1)), Is.EqualTo(Since(WaitFrom(7))));
        Assert.That(WaitFrom(1), Is.Not.EqualTo(WaitFrom(7)));

        static AgentState Since(KernelState state) => state.Root.Since(state.Now);

        static KernelState WaitFrom(int second)
        {
            var kernel = new ByHand();
            kernel.Advance(TimeSpan.FromSeconds(second));
            kernel.Submit("0", new Sleep(TimeSpan.FromSeconds(4)));
            return kernel.State;
        }
    }
}
