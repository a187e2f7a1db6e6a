using ExerciseKit.Kernel;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;

namespace ExerciseKit.Tests.Kernel;

public sealed class CommuteTests
{
    private const int MaxStates = 400;

    [TestCase(nameof(Tier.Strict), 100)]
    [TestCase(nameof(Tier.Loose), 100)]
    [TestCase(nameof(Tier.Strict), 1000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 1000, Category = "Slow")]
    public void Operations_that_commute_lead_to_one_state_in_either_order(string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var (commuting, dependent) = (0, 0);
        Seeded.Holds(Programs.Arbitrary, count, program =>
        {
            foreach (var state in StatesOf(program with { MaxProcesses = 64 }, tier))
            {
                foreach (var (first, second) in PairsOf(state))
                {
                    if (!KernelRules.Commute(state.Agents[first.Agent]!, state.Agents[second.Agent]!))
                    {
                        dependent++;
                        continue;
                    }

                    commuting++;
                    if (Difference(state, first, second) is { } difference)
                        return $"'{first}' and '{second}' are said to commute: {difference}";
                }
            }

            return null;
        });
        TestContext.Out.WriteLine($"{tier} time: {count} programs, {commuting} pairs that commute done in both orders, {dependent} dependent");
        Assert.Multiple(() =>
        {
            Assert.That(commuting, Is.GreaterThan(10 * count));
            Assert.That(dependent, Is.GreaterThan(count));
        });
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

    /// <summary>All pairs of operations that can both come to their end. A death is no operation, a time-out of last resort no early one.</summary>
    private static IEnumerable<(Choice First, Choice Second)> PairsOf(KernelState state)
    {
        var choices = KernelRules.Choices(state);
        if (choices.All(c => c.Kind == ChoiceKind.TimeOut) && state.Settings.Timing == Timing.Loose)
            return [];
        var operations = choices.Where(c => c.Kind != ChoiceKind.Die).ToArray();
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
}
