using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using CreateLock = ExerciseKit.Contract.Operations.CreateLock;

namespace ExerciseKit.Tests.Kernel;

public sealed class CommutesWithAllTests
{
    private const string Root = Names.Root;
    private const string Child = "0.0";

    [TestCase(nameof(Tier.Strict), 200)]
    [TestCase(nameof(Tier.Loose), 200)]
    public void What_commutes_with_all_leads_to_one_state_before_and_after_whatever_else_can_happen(string tierName, int count)
    {
        var pairs = 0;
        Seeded.Holds(Walk.Arbitrary, count, walk =>
        {
            foreach (var (run, _) in (walk with { Program = walk.Program with { MaxProcesses = 64 } }).Moments(Enum.Parse<Tier>(tierName)))
            {
                var possible = KernelRules.Choices(run.State).Where(c => c.Kind == ChoiceKind.Complete).ToList();
                foreach (var first in possible.Where(c => IsEager(run.State, run.State.Agents[c.Agent]!)))
                {
                    foreach (var second in possible.Where(c => c != first && !EndsOrAsksAbout(run.State.Agents[c.Agent]!) && !IsEndOfItsParent(run.State, first, c)))
                    {
                        pairs++;
                        if (!Both(run.State, first, second).Equals(Both(run.State, second, first)))
                            return $"'{run.State.Agents[first.Agent]!.Pending!.Describe().En}' does not commute with '{run.State.Agents[second.Agent]!.Pending!.Describe().En}'.";
                    }
                }
            }

            return null;
        });
        TestContext.Out.WriteLine($"{tierName} time: {count} walks, {pairs} pairs done in both orders");
        Assert.That(pairs, Is.GreaterThan(3 * count));
    }

    [Test]
    public void Making_and_printing_and_starting_do_and_taking_and_putting_do_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Commutes(new CreateLock("0~0")), Is.True);
            Assert.That(Commutes(new WriteConsole(ConsoleStream.Out, "x\n")), Is.True);
            Assert.That(Commutes(ByHand.StartOf(".0")), Is.True);
            Assert.That(Commutes(new DrawSeed()), Is.True);
            Assert.That(Commutes(new ReadFile("a.txt")), Is.False);
            Assert.That(Commutes(new AcquireLock("0~0", null), new CreateLock("0~0")), Is.False);
            Assert.That(Commutes(new PutItem("0~0", Payload.Null, null), new CreateQueue("0~0", null, IsJoinable: false)), Is.False);
        }
    }

    [Test]
    public void Who_asks_for_nothing_has_nothing_that_commutes()
    {
        var kernel = new ByHand();
        Assert.That(KernelRules.CommutesWithAll(kernel.State, kernel.State.Root), Is.False);
    }

    [Test]
    public void A_sleep_does_when_it_is_over()
    {
        var kernel = new ByHand();
        kernel.Submit(Root, new Sleep(TimeSpan.FromSeconds(2)));
        Assert.That(KernelRules.CommutesWithAll(kernel.State, kernel.State.Root), Is.False);
        kernel.Advance(TimeSpan.FromSeconds(2));
        Assert.That(KernelRules.CommutesWithAll(kernel.State, kernel.State.Root), Is.True);
        Assert.That(Commutes(Timing.Loose, new Sleep(TimeSpan.FromSeconds(2))), Is.True, "In loose time a sleep is a mere yield.");
    }

    [Test]
    public void A_join_does_when_the_child_has_ended()
    {
        var kernel = new ByHand();
        kernel.Do(Root, ByHand.StartOf(".0"));
        kernel.Submit(Root, new JoinProcess(".0", null));
        Assert.That(KernelRules.CommutesWithAll(kernel.State, kernel.State.Root), Is.False);
        kernel.Do(Child, new EndProcess(Ending.Returned, 0));
        Assert.That(KernelRules.CommutesWithAll(kernel.State, kernel.State.Root), Is.True);
    }

    [Test]
    public void A_child_s_end_does_and_the_root_s_does_not()
    {
        Assert.That(EndCommutes(_ => { }), Is.True);
        Assert.That(Commutes(new EndProcess(Ending.Returned, 0)), Is.False);
    }

    [Test]
    public void An_end_that_closes_a_pipe_s_end_is_noticed() =>
        Assert.That(EndCommutes(kernel => kernel.Do(Child, new CreatePipe(".~0", ".~1", IsDuplex: false))), Is.False);

    [Test]
    public void An_end_that_waits_for_children_or_ends_them_is_no_one_step() =>
        Assert.That(EndCommutes(kernel => kernel.Do(Child, ByHand.StartOf(".0"))), Is.False);

    [Test]
    public void An_end_that_waits_until_its_items_are_taken_is_noticed()
    {
        var kernel = new ByHand(new KernelSettings(Timing.Loose) { QueueBuffer = 0 });
        kernel.Do(Root, new CreateQueue("0~0", null, IsJoinable: false));
        kernel.Do(Root, ByHand.StartOf(".0"));
        kernel.Do(Child, new PutItem("0~0", new Payload("1", []), null));
        kernel.Submit(Child, new EndProcess(Ending.Returned, 0));
        Assert.That(KernelRules.CommutesWithAll(kernel.State, kernel.State.Agents[Child]!), Is.False);
        kernel.Do(Root, new GetItem("0~0", null));
        Assert.That(KernelRules.CommutesWithAll(kernel.State, kernel.State.Agents[Child]!), Is.True);
    }

    [Test]
    public void Waiting_for_one_task_does_when_it_is_done_and_waiting_for_several_never_does()
    {
        var kernel = WithPool();
        Assert.That(Asks(kernel, new SubmitTask("0~0", 1, Translation.Target, Payload.Null)), Is.True);
        kernel.Step(Root);
        Assert.That(Asks(kernel, new AwaitTask("0~0", [1], null)), Is.False);
        kernel.Do(Child, new TakeTask("0~0"));
        kernel.Do(Child, new CompleteTask("0~0", new TaskResult(Payload.Null)));
        Assert.That(KernelRules.CommutesWithAll(kernel.State, kernel.State.Root), Is.True);
        kernel.Step(Root);
        Assert.That(Asks(kernel, new AwaitTask("0~0", [1, 2], null)), Is.False);
    }

    [Test]
    public void The_workers_of_a_pool_are_known_together()
    {
        Assert.That(KernelRules.WorkersOf(WithPool().State.Objects["0~0"]!), Is.EqualTo(new[] { Child, "0.1" }));
    }

    private static ByHand WithPool()
    {
        var kernel = new ByHand(Timing.Loose);
        kernel.Do(Root, ByHand.StartOf(".0", isDaemon: true));
        kernel.Do(Root, ByHand.StartOf(".1", isDaemon: true));
        kernel.Do(Root, new CreatePool("0~0", [".1", ".0"]));
        return kernel;
    }

    private static bool EndCommutes(Action<ByHand> prepare)
    {
        var kernel = new ByHand();
        kernel.Do(Root, ByHand.StartOf(".0"));
        prepare(kernel);
        kernel.Submit(Child, new EndProcess(Ending.Returned, 0));
        return KernelRules.CommutesWithAll(kernel.State, kernel.State.Agents[Child]!);
    }

    private static bool Commutes(Operation asked, params Operation[] before) => Commutes(Timing.Strict, asked, before);

    private static bool Commutes(Timing timing, Operation asked, params Operation[] before)
    {
        var kernel = new ByHand(timing);
        foreach (var operation in before)
            kernel.Do(Root, operation);
        return Asks(kernel, asked);
    }

    private static bool Asks(ByHand kernel, Operation asked)
    {
        kernel.Submit(Root, asked);
        return KernelRules.CommutesWithAll(kernel.State, kernel.State.Root);
    }

    private static bool IsEager(KernelState state, AgentState agent) =>
        !agent.IsDaemon && agent.PendingDeath is null && KernelRules.CommutesWithAll(state, agent);

    // Nobody may end the one from outside; and who asks whether it lives sees its end.
    private static bool EndsOrAsksAbout(AgentState other) =>
        other.Pending is TerminateProcess or KillProcess or TerminatePool or QueryAlive or QueryExitCode or QueryActiveChildren or JoinProcess { Patience: not null };

    // A parent's end is one step or two, by whether the child has ended before; it is over at the same moment.
    private static bool IsEndOfItsParent(KernelState state, Choice child, Choice parent) =>
        state.Agents[parent.Agent]!.Pending is EndProcess && state.Agents[child.Agent]!.Parent == parent.Agent;

    private static KernelState Both(KernelState state, Choice one, Choice other) =>
        KernelRules.Step(KernelRules.Step(state, one).State, other).State;
}
