using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.JoinableKitchen;

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

    /// <summary>Some of these cooks, guests and dishes, with names that are drawn.</summary>
    public static Menu Drawn(Chance chance, params (int Cooks, int Guests, int Dishes)[] sizes)
    {
        var (cooks, guests, dishes) = chance.OneOf(sizes);
        var names = chance.Names(cooks + guests);
        return Of(names[..cooks], names[cooks..], dishes);
    }

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", Cooks.ToArray(), Guests.ToArray(), Dishes);

    /// <summary>Whether each dish was made once and eaten once, and each person was a child of its own.</summary>
    public bool IsServedIn(EquatableArray<Saying> sayings)
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

    private static string Counted(int number, string what) => number switch
    {
        1 => $"1 {what}",
        _ => $"{(number == 0 ? "no" : $"{number}")} {what}{(what.EndsWith('h') ? "es" : "s")}",
    };
}
