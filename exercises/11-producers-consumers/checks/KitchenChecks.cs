using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Kitchen;

/// <summary>What 11-producers-consumers must hold.</summary>
public sealed class KitchenChecks() : ExerciseChecks("11-producers-consumers")
{
    private static readonly Menu TwoByTwo = new(["ann", "bob"], ["gil", "hal"], 1);
    private static readonly Menu OneCook = new(["ann"], ["gil", "hal"], 2);
    private static readonly Menu OneGuest = new(["ann", "bob"], ["gil"], 1);

    private static readonly Scenario Even = TwoByTwo.Scenario("2 cooks, 2 guests, a dish each");
    private static readonly Scenario FewCooks = OneCook.Scenario("1 cook of 2 dishes, 2 guests");
    private static readonly Scenario FewGuests = OneGuest.Scenario("2 cooks of a dish each, 1 guest");
    private static readonly Scenario Nothing = (OneCook with { Dishes = 0 }).Scenario("1 cook of no dishes, 2 guests");

    private static readonly LinePattern Made = LinePattern.Like("{cook} made {dish}");
    private static readonly LinePattern Ate = LinePattern.Like("{guest} ate {dish}");

    private static readonly Observer<int> Eaten = Observe.Count(Ate);

    public override LiveRun Live { get; } = new(
        new Menu([.. Names("cook", 10)], [.. Names("guest", 15)], 5).Scenario("10 cooks of 5 dishes, 15 guests"),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("every-dish-once", "Every dish is made by its cook and eaten once", 3)
            .In(Even)
            .AtEnd("each cook's child makes the cook's dish, and each dish is eaten by one guest's child", Observe.Lines(Made, Ate), TwoByTwo.IsServedIn)
            .WithHint("Follow one dish: who holds it when, and who might never see it?"),
        new Check("made-then-eaten", "No dish is eaten before it is made", 1)
            .In(FewGuests)
            .AtEnd("2 dishes are eaten", Eaten, n => n == 2)
            .Never("each dish is made before it is eaten", Haste.Observed, haste => haste.Dish is not null),
        new Check("all-go-home", "Everybody goes home", 3)
            .In(FewCooks, Nothing, FewGuests)
            .AtEnd("each cook and each guest is a child that comes to its own end", Departures.Observed, seen => seen.AllByThemselves(3))
            .AtEnd("all dishes are eaten by then", Eaten, n => n is 0 or 2)
            .WithHint("How many end markers are there, and how many guests wait for one?"),
        new Check("nobody-leaves-early", "No guest leaves while dishes can still come", 2)
            .In(Even)
            .AtEnd("2 dishes are eaten", Eaten, n => n == 2)
            .Never("no guest leaves before both dishes are made", EarlyLeave.Of(2), seen => seen.Fault is not null)
            .WithHint("Who knows that the last cook is done? A queue that is empty now may not be so in a moment."),
        new Check("side-by-side", "Cooks and guests work side by side", 1)
            .In(Even)
            .AtEnd("2 dishes are eaten", Eaten, n => n == 2)
            .Sometimes("a dish can be eaten before the last is made", EatenWhileCooking.Of(2), seen => seen.IsSo)
            .Sometimes("the last cook can be the first to make a dish", Observe.Precedence(LinePattern.Like("bob made bob-1"), Made), so => so == Precedence.Wanted)
            .WithHint("What does the first guest wait for: a dish, or all of them?"),
    ];

    private static IEnumerable<string> Names(string kind, int count) => Enumerable.Range(1, count).Select(i => $"{kind}{i}");
}
