using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Kitchens;

/// <summary>Who cooks, who eats, and how many dishes each cook makes.</summary>
internal sealed record Menu(EquatableArray<string> Cooks, EquatableArray<string> Guests, int Dishes)
{
    public int Total => Cooks.Count * Dishes;

    /// <summary>A dish that is said to be made, be its number right or wrong.</summary>
    public LinePattern Made { get; } = LinePattern.Like("{cook} made {owner}-{i}").Where("cook", Cooks).Where("owner", Cooks).WhereNumber("i");

    /// <summary>A dish that is said to be eaten.</summary>
    public LinePattern Ate { get; } = LinePattern.Like("{guest} ate {cook}-{i}").Where("guest", Guests).Where("cook", Cooks).WhereNumber("i");

    public Scenario Scenario => ScenarioNamed(
        ($"{Counted(Cooks.Count, "cook")} ({string.Join(", ", Cooks)}), {Counted(Guests.Count, "guest")} ({string.Join(", ", Guests)}), {Counted(Dishes, "dish")} each",
         $"{Cooks.Count} 个厨师（{string.Join(", ", Cooks)}），{Guests.Count} 个客人（{string.Join(", ", Guests)}），每个厨师 {Dishes} 道菜"));

    public static Menu Of(string[] cooks, string[] guests, int dishes) => new([.. cooks], [.. guests], dishes);

    /// <summary>Some of these cooks, guests and dishes, with names that are drawn; one cook and one guest where there is no room for any of them.</summary>
    public static Menu Drawn(Chance chance, params (int Cooks, int Guests, int Dishes)[] sizes)
    {
        var fitting = sizes.Where(size => chance.RoomFor(size.Cooks + size.Guests) == size.Cooks + size.Guests).ToArray();
        var (cooks, guests, dishes) = chance.OneOf(fitting.Length > 0 ? fitting : [(1, 1, sizes.Max(size => size.Dishes))]);
        var names = chance.Names(cooks + guests);
        return Of(names[..cooks], names[cooks..], dishes);
    }

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", Cooks.ToArray(), Guests.ToArray(), Dishes);

    /// <summary>The same check, in which each dish is made and eaten.</summary>
    public Check EveryDishOnce(Check check) => check
        .In(Scenario)
        .AtEnd(("each cook's child makes the cook's dishes, and each dish is eaten by one guest's child", "每个厨师的子进程做该厨师的菜，每道菜由一个客人的子进程吃掉"), Observe.Lines(Made, Ate), IsServedIn);

    /// <summary>The same check, in which as many dishes are eaten as there are.</summary>
    public Check AllEaten(Check check) => check
        .In(Scenario)
        .AtEnd((Total switch { 0 => "no dish is eaten", 1 => "1 dish is eaten", var n => $"{n} dishes are eaten" }, $"吃掉 {Total} 道菜"), Observe.Count(Ate), n => n == Total);

    /// <summary>The same check, in which cooks and guests work side by side.</summary>
    public Check SideBySide(Check check) => Cooks.Aggregate(
        AllEaten(check).Sometimes(("a dish can be eaten before the last is made", "最后一道菜做好之前，就可以有菜被吃掉"), Overtaking.Of(Made, Total, Ate), seen => seen.IsSo),
        (so, cook) => so.Sometimes(
            ($"{cook} can be the first to make a dish", $"{cook} 可以最先做好菜"), Observe.Precedence(LinePattern.Like($"{cook} made {cook}-1"), Made), first => first == Precedence.Wanted));

    /// <summary>The same check, in which no cook waits for another to be done with cooking. There are two dishes each at least.</summary>
    public Check CookAtTheSameTime(Check check) => check
        .In(Scenario)
        .Sometimes(("a cook can make a dish while another is not done with cooking", "一个厨师还没做完时，别的厨师也可以做菜"), Interleaving.Of(Made, "cook"), seen => seen.IsSo);

    private static string Counted(int number, string what) => number switch
    {
        1 => $"1 {what}",
        _ => $"{(number == 0 ? "no" : $"{number}")} {what}{(what.EndsWith('h') ? "es" : "s")}",
    };

    /// <summary>Whether each dish was made once and eaten once, and each person was a child of its own.</summary>
    private bool IsServedIn(EquatableArray<Saying> sayings)
    {
        var made = new Dictionary<string, string>();
        var eaten = new HashSet<string>();
        var people = new Dictionary<string, string>();
        foreach (var (text, agent) in sayings)
        {
            if (text.Split(' ') is not [var person, var verb, var dish] || agent == Names.Root || (people.TryGetValue(person, out var known) && known != agent))
                return false;
            people[person] = agent;
            if (verb == "made" ? !made.TryAdd(dish, person) : !eaten.Add(dish))
                return false;
        }

        return people.Values.Distinct().Count() == people.Count
            && made.Count == Total
            && Cooks.All(cook => Enumerable.Range(1, Dishes).All(i => made.GetValueOrDefault($"{cook}-{i}") == cook))
            && eaten.SetEquals(made.Keys);
    }
}
