using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;

namespace ExerciseKit.Tests.Kernel;

public sealed class CommuteTests
{
    private const int MaxStates = 400;

    [TestCase(nameof(Tier.Strict), 50)]
    [TestCase(nameof(Tier.Loose), 50)]
    [TestCase(nameof(Tier.Strict), 1000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 1000, Category = "Slow")]
    public void Operations_that_commute_lead_to_one_state_in_either_order(string tierName, int count) =>
        Compare(Programs.Arbitrary, tierName, count);

    [TestCase(nameof(Tier.Strict), 70)]
    [TestCase(nameof(Tier.Loose), 70)]
    [TestCase(nameof(Tier.Strict), 3000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 3000, Category = "Slow")]
    public void Operations_on_queues_and_pipes_that_commute_lead_to_one_state_in_either_order(string tierName, int count) =>
        Compare(ChannelPrograms.Arbitrary, tierName, count);

    private static void Compare(Arbitrary<SmallProgram> programs, string tierName, int count)
    {
        var pairs = new Pairs();
        Seeded.Holds(programs, count, program => Fault(program with { MaxProcesses = 64 }, Enum.Parse<Tier>(tierName), pairs));
        TestContext.Out.WriteLine($"{tierName} time: {count} programs, {pairs.Commuting} pairs that commute done in both orders, {pairs.Dependent} dependent");
        Assert.Multiple(() =>
        {
            Assert.That(pairs.Commuting, Is.GreaterThan(10 * count));
            Assert.That(pairs.Dependent, Is.GreaterThan(count));
        });
    }

    [Test]
    public void Every_two_operations_on_synchronizers_keep_to_it()
    {
        Statement[] steps =
        [
            new Enter("0~1"), new Enter("0~1", 0), new Leave("0~1"), new TakePermit("0~2"), new TakePermit("0~2", 1), new GivePermit("0~2"), new CreatePermits("0~9", 1),
            new PutSignal("0~3", IsUp: true), new PutSignal("0~3", IsUp: false), new AskSignal("0~3"), new AwaitSignal("0~3"), new AwaitSignal("0~3", 1), new Meet("0~4"), new Meet("0~4", 1),
            new SmashBarrier("0~4"), new ClearBarrier("0~4"), new CountAtBarrier("0~4"), new AskSmashed("0~4"),
            new Repeat(1, [new Enter("0~1"), new SleepOn("0~5", "0~1")]), new Repeat(1, [new Enter("0~1"), new SleepOn("0~5", "0~1", 1)]), new Repeat(1, [new Enter("0~1"), new Wake("0~5", "0~1"), new Leave("0~1")]),
            new SleepOn("0~5", "0~1"), new Wake("0~5", "0~1", 1), new Acquire("0~0"), new Release("0~0"), new SleepOn("0~6", "0~0"), new Wake("0~6", "0~0"), new Print("x"),
        ];
        var pairs = new Pairs();
        foreach (var (first, second) in steps.SelectMany(first => steps.Select(second => (first, second))))
        {
            var program = SmallProgram.Of(
                ("0", ProcessText.Of(
                    new CreateLock("0~0"), new CreateReentrant("0~1"), new CreatePermits("0~2", 1, 2), new CreateSignal("0~3"), new CreateBarrierOf("0~4", 2),
                    new CreateSleepers("0~5", "0~1"), new CreateSleepers("0~6", "0~0"), new Start("0.0"), new Start("0.1"), new Acquire("0~0", 0))),
                ("0.0", ProcessText.Of(first)),
                ("0.1", ProcessText.Of(second)));
            foreach (var tier in Enum.GetValues<Tier>())
                Assert.That(Fault(program, tier, pairs), Is.Null, program.ToString());
        }

        TestContext.Out.WriteLine($"{steps.Length * steps.Length} pairs of operations, {pairs.Commuting} times in both orders, {pairs.Dependent} dependent");
        Assert.That(pairs.Commuting, Is.GreaterThan(steps.Length * steps.Length));
        Assert.That(pairs.Dependent, Is.GreaterThan(steps.Length));
    }

    [Test]
    public void Every_two_operations_on_shared_containers_keep_to_it()
    {
        Statement[] steps =
        [
            new PutEntry("0~0", "a", 1), new PutEntry("0~0", "b", 2), new PutEntry("0~0", "c", 3), new GetEntry("0~0", "a"), new GetEntry("0~0", "b"), new DropEntry("0~0", "a"),
            new DropEntry("0~0", "b"), new HasEntry("0~0", "b"), new CountOfEntries("0~0"), new KeysOf("0~0"), new EntriesOf("0~0"),
            new GetAt("0~1", 0), new GetAt("0~1", 1), new PutAt("0~1", 0, 1), new PutAt("0~1", 1, 2), new AddLast("0~1", 3), new CountOfItems("0~1"), new ItemsOf("0~1"),
            new GetValue("0~2"), new PutValue("0~2", 1),
        ];
        var pairs = new Pairs();
        foreach (var (first, second) in steps.SelectMany(first => steps.Select(second => (first, second))))
        {
            var program = SmallProgram.Of(
                ("0", ProcessText.Of(
                    new MakeDictionary("0~0"), new PutEntry("0~0", "a", 0), new MakeList("0~1", 0), new MakeValue("0~2", 0), new Start("0.0"), new Start("0.1"))),
                ("0.0", ProcessText.Of(first)),
                ("0.1", ProcessText.Of(second)));
            Assert.That(Fault(program, Tier.Strict, pairs), Is.Null, program.ToString());
        }

        TestContext.Out.WriteLine($"{steps.Length * steps.Length} pairs of operations, {pairs.Commuting} times in both orders, {pairs.Dependent} dependent");
        Assert.That(pairs.Commuting, Is.GreaterThan(steps.Length * steps.Length));
        Assert.That(pairs.Dependent, Is.GreaterThan(2 * steps.Length));
    }

    [Test]
    public void Every_two_operations_on_files_locks_and_the_console_keep_to_it()
    {
        Statement[] steps =
        [
            new Acquire("0~0"), new Acquire("0~0", 0), new Acquire("0~0", 1), new Acquire("0~1"), new Release("0~0"), new CreateLock("0~2"),
            new Read("a"), new Read("b"), new Exists("a"), new Exists("b"), new Truncate("a"), new Fill("b", "x"), new Append("a", "y"), new Append("b", "z"),
            new Delete("a"), new Delete("b"), new Rename("a", "b", Overwrite: true), new Rename("a", "b", Overwrite: false), new Rename("b", "a", Overwrite: true),
            new Print("x"), new Print("y", EndsLine: false), new Print("z", EndsLine: true, Printout.Error), new Pause(1), new LookAtClock(), new Exit(2),
        ];
        var pairs = new Pairs();
        foreach (var (first, second) in steps.SelectMany(first => steps.Select(second => (first, second))))
        {
            var program = SmallProgram.Of(
                ("0", ProcessText.Of(new CreateLock("0~0"), new CreateLock("0~1"), new Start("0.0"), new Start("0.1"))),
                ("0.0", ProcessText.Of(first)),
                ("0.1", ProcessText.Of(second))).WithFile("a", "old");
            foreach (var tier in Enum.GetValues<Tier>())
                Assert.That(Fault(program, tier, pairs), Is.Null, program.ToString());
        }

        TestContext.Out.WriteLine($"{steps.Length * steps.Length} pairs of operations, {pairs.Commuting} times in both orders");
        Assert.That(pairs.Commuting, Is.GreaterThan(steps.Length * steps.Length));
    }

    private static string? Fault(SmallProgram program, Tier tier, Pairs pairs)
    {
        foreach (var state in StatesOf(program, tier))
        {
            foreach (var (first, second) in PairsOf(state))
            {
                if (!KernelRules.Commute(state, state.Agents[first.Agent]!, state.Agents[second.Agent]!))
                {
                    pairs.Dependent++;
                    continue;
                }

                pairs.Commuting++;
                if (Difference(state, first, second) is { } difference)
                    return $"'{first}' and '{second}' are said to commute: {difference}";
            }
        }

        return null;
    }

    private static IEnumerable<KernelState> StatesOf(SmallProgram program, Tier tier)
    {
        var seen = new HashSet<object>();
        var waiting = new Stack<KernelRun>([KernelRun.AtBeginning(program, tier)]);
        while (seen.Count < MaxStates && waiting.TryPop(out var run))
        {
            if (!seen.Add(run.Key))
                continue;
            yield return run.State;
            foreach (var turn in run.Turns)
                waiting.Push(run.After(turn));
        }
    }

    /// <summary>All pairs of operations that can both come to their end. A death is no operation.</summary>
    private static IEnumerable<(Choice First, Choice Second)> PairsOf(KernelState state)
    {
        var operations = KernelRules.Choices(state).Where(c => c.Kind != ChoiceKind.Die).ToArray();
        return operations.SelectMany((first, i) => operations.Skip(i + 1).Select(second => (first, second))).Where(p => p.first.Agent != p.second.Agent);
    }

    private static string? Difference(KernelState state, Choice first, Choice second)
    {
        var one = Both(state, first, second);
        var other = Both(state, second, first);
        if (one is not var (stateOne, repliesOne, linesOne) || other is not var (stateOther, repliesOther, linesOther))
            return "the second is not possible after the first.";
        if (!stateOne.Equals(stateOther))
            return "the states differ.";
        if (stateOne.GetHashCode() != stateOther.GetHashCode())
            return "the states are equal and their hashes are not.";
        if (!repliesOne.SequenceEqual(repliesOther))
            return "the replies differ.";
        return linesOne.SequenceEqual(linesOther) ? null : "the printed lines differ.";
    }

    private static (KernelState State, IEnumerable<Reply> Replies, IEnumerable<string> Lines)? Both(KernelState state, Choice first, Choice second)
    {
        var one = KernelRules.Step(state, first);
        if (!KernelRules.Choices(one.State).Contains(second))
            return null;
        var two = KernelRules.Step(one.State, second);
        return (
            two.State,
            one.Replies.Concat(two.Replies).OrderBy(r => r.Agent, StringComparer.Ordinal),
            one.Events.Concat(two.Events).OfType<LinePrinted>().Select(p => p.Line));
    }

    private sealed class Pairs
    {
        public int Commuting { get; set; }

        public int Dependent { get; set; }
    }
}
