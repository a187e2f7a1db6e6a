using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.JoinableKitchen;

/// <summary>Who cooks, who eats, and how many dishes each cook makes.</summary>
internal sealed record Menu(EquatableArray<string> Cooks, EquatableArray<string> Guests, int Dishes)
{
    public Scenario Scenario(string name) => Exploration.Checks.Scenario.Of(name, "Run", Cooks.ToArray(), Guests.ToArray(), Dishes);

    /// <summary>Whether each dish was made once and eaten once, and each person was a child of its own.</summary>
    public bool IsServedIn(EquatableArray<Saying> sayings)
    {
        var made = new Dictionary<string, string>();
        var eaten = new HashSet<string>();
        var people = new Dictionary<string, string>();
        foreach (var (text, agent) in sayings)
        {
            if (text.Split(' ') is not [var person, var verb, var dish] || agent == Contract.Names.Root || (people.TryGetValue(person, out var known) && known != agent))
                return false;
            people[person] = agent;
            if (verb == "made" ? !Cooks.Contains(person) || !made.TryAdd(dish, person) : !Guests.Contains(person) || !eaten.Add(dish))
                return false;
        }

        return people.Values.Distinct().Count() == people.Count
            && made.Count == Cooks.Count * Dishes
            && Cooks.All(cook => Enumerable.Range(1, Dishes).All(i => made.GetValueOrDefault($"{cook}-{i}") == cook))
            && eaten.SetEquals(made.Keys);
    }
}
