using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;

namespace ExerciseKit.Tests.Kernel;

public sealed class StepTests
{
    [TestCase(nameof(Tier.Strict), 300)]
    [TestCase(nameof(Tier.Loose), 300)]
    [TestCase(nameof(Tier.Strict), 3000, Category = "Slow")]
    [TestCase(nameof(Tier.Loose), 3000, Category = "Slow")]
    public void What_can_happen_and_what_it_leads_to_is_a_function_of_the_state(string tierName, int count)
    {
        var steps = 0;
        Seeded.Holds(Walk.Arbitrary, count, walk =>
        {
            foreach (var (run, _) in walk.Moments(Enum.Parse<Tier>(tierName)))
            {
                if (!KernelRules.Choices(run.State).SequenceEqual(KernelRules.Choices(run.State)))
                    return "Two askings gave different choices.";
                foreach (var choice in KernelRules.Choices(run.State))
                {
                    steps++;
                    var (one, other) = (KernelRules.Step(run.State, choice), KernelRules.Step(run.State, choice));
                    if (!one.State.Equals(other.State) || !one.Replies.SequenceEqual(other.Replies) || !one.Events.SequenceEqual(other.Events))
                        return $"'{choice}' led to different results.";
                }
            }

            return null;
        });
        TestContext.Out.WriteLine($"{tierName} time: {count} walks, {steps} steps done twice");
        Assert.That(steps, Is.GreaterThan(10 * count));
    }

    [TestCase(nameof(Tier.Strict), 300)]
    [TestCase(nameof(Tier.Loose), 300)]
    public void What_is_not_among_the_choices_is_refused_loudly(string tierName, int count)
    {
        var refused = 0;
        Seeded.Holds(Walk.Arbitrary, count, walk =>
        {
            foreach (var (run, _) in walk.Moments(Enum.Parse<Tier>(tierName)))
            {
                var possible = KernelRules.Choices(run.State);
                foreach (var choice in AllConceivable(run.State).Except(possible))
                {
                    if (!Refuses(run.State, choice))
                        return $"'{choice}' was done, though only [{string.Join(", ", possible)}] is possible.";
                    refused++;
                }
            }

            return null;
        });
        TestContext.Out.WriteLine($"{tierName} time: {count} walks, {refused} impossible choices refused");
        Assert.That(refused, Is.GreaterThan(10 * count));
    }

    private static IEnumerable<Choice> AllConceivable(KernelState state)
    {
        foreach (var name in state.Agents.Names.ToArray().Append("0.9"))
        {
            foreach (var kind in Enum.GetValues<ChoiceKind>())
                yield return new Choice(name, kind);
        }
    }

    private static bool Refuses(KernelState state, Choice choice)
    {
        try
        {
            KernelRules.Step(state, choice);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
