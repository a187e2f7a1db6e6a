using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Spawn;

/// <summary>What 01-spawn must hold.</summary>
public sealed class SpawnChecks() : ExerciseChecks("01-spawn")
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    // Names of both halves of the alphabet, of different length, one the beginning of another; and one alone.
    private static readonly Family<Brood> Broods = Family.Of(
        "broods", chance => Brood.Of(chance.Names(2)), Brood.Of("al", "zoe", "alexandra"), Brood.Of("kim"));

    private static readonly LinePattern Main = LinePattern.Like("main").By(Who.Root);

    public override LiveRun Live { get; } = new(
        Brood.Of([.. Enumerable.Range(1, 30).Select(i => $"child{i}")]).ScenarioNamed("30 children", "Run"),
        Life);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var broods = draw.Of(Broods);
        return
        [
            new Check("children", "Each name has a child of its own that says both its lines", 3)
                .Each(broods, (check, brood) => brood.Printed(check.In(brood.Methods)))
                .WithHint("Which process runs the code inside the target, and which one runs the code after Start?"),
            new Check("parallel", "The children sleep side by side: 3 s in all", 3)
                .Each(broods, (check, brood) => brood.Printed(check.In(brood.Methods))
                    .MakespanIs(Life))
                .Sampling(draw.One("larger brood", chance => Brood.Of(chance.Names(chance.From(6, 8)))), (check, brood) => brood.Printed(check.In(brood.Methods))
                    .MakespanIs(Life))
                .WithHint("If each child has to wait for the one before, the whole takes longer. Who waits for whom?"),
            new Check("main-first", "'main' comes once all are started, and waits for none", 2)
                .Each(broods, (check, brood) => check
                    .In(brood.Methods)
                    .AtEnd("the parent prints 'main' once", Observe.Count(Main), n => n == 1)
                    .Order("'main' comes after every start", new StartPattern { Who = Who.Root }, brood.Names.Count, Main)
                    .Sometimes("'main' can come before any 'is over'", Observe.Precedence(Main, brood.Over), so => so == Precedence.Wanted)
                    .OnlyIn(Tier.Strict, Tier.Loose)
                    .Sometimes("'main' can come before any 'is running'", Observe.Precedence(Main, brood.Running), so => so == Precedence.Wanted))
                .WithHint("Start gives back control at once. What would make the parent wait before it prints?"),
            new Check("class-style", "The same with a class derived from ChildProcess", 2)
                .Each(broods, (check, brood) => brood.Printed(check.In(brood.Classes))
                    .AtEnd("the children that say the lines are of a class derived from ChildProcess", Origins.Of(brood), origins => origins is { Other: null, OfClass.Count: > 0 })
                    .AtEnd("the parent prints 'main' once", Observe.Count(Main), n => n == 1)
                    .MakespanIs(Life))
                .WithHint("Override Run, give the name to the constructor, and Start does the rest."),
        ];
    }
}
