using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Search;

/// <summary>Siblings that do the same are interchangeable: of the states that differ in who of them is where, one is enough.</summary>
/// <remarks>
/// Only where nobody can tell them apart: no observer reads agents' names but in what they say, no process draws what others do not, or asks
/// who lives, none can be terminated but by their pool, their parent waits for all of them in one run of joins that no observer reads, or
/// they are one pool's workers, and they have made nothing that bears their name. Which siblings do the same is for <see cref="Kinship"/> to say, and
/// whether a property makes a difference between those that have said the same for <see cref="Orbits"/>.
/// </remarks>
internal sealed class Symmetry
{
    private readonly bool isPossible;
    private readonly bool readsSayings;
    private readonly StateStore store;
    private readonly Observed observed;
    private readonly Kinship kinship;
    private readonly Orbits orbits;
    private readonly Dictionary<(int Shape, int Number, bool IsObject), int[]> groups = [];
    private readonly Dictionary<(int From, int To), int> moved = [];
    private readonly Dictionary<(int Seen, int Part), string> said = [];
    private readonly Dictionary<SearchState, Swap> swaps = [];

    public Symmetry(KnownSteps steps, BehaviourLibrary library, ProgramFacts facts, IReadOnlyList<Property> properties, Observed observed, Lessons lessons)
    {
        (store, this.observed) = (steps.Store, observed);
        kinship = new Kinship(steps, library, facts, properties);
        orbits = new Orbits(observed, kinship, properties, lessons);
        readsSayings = properties.Any(p => p.Observer.Saying is not null);
        isPossible = !facts.Terminates && !facts.AsksWhoLives && !facts.Draws && (!facts.AsksWhoItIs || kinship.MayBeNamesakes) && !facts.JoinsWithPatience && !JoinRuns.AreSeenBy(properties)
            && properties.All(p => !p.Observer.SeesAgents || (p.Observer.Saying is not null && !lessons.TellingApart.Contains(p)));
    }

    /// <summary>Whom the agents are interchangeable with that a judgement of an end has to reckon with, by their number so far.</summary>
    public int Groups => orbits.Groups;

    /// <summary>Sees whether a property says the same of an end whoever of those that are interchangeable has said what.</summary>
    /// <param name="property">The property, by its place.</param>
    /// <param name="value">What its observer has seen.</param>
    /// <param name="judge">What the property says where that was seen.</param>
    public void Judge(int property, object value, Func<object, bool> judge) => orbits.Judge(property, value, judge);

    /// <summary>The state that stands for all that differ from this one by swapping such siblings.</summary>
    /// <param name="shape">The state's shape.</param>
    /// <param name="parts">The state; replaced by the one that stands for it.</param>
    /// <returns>The new name of each agent that was renamed, by its old one; null when none was.</returns>
    public IReadOnlyDictionary<string, string>? Normalize(Shape shape, ref int[] parts)
    {
        if (!isPossible)
            return null;
        int[]? goes = null;
        for (var i = 0; i < shape.Agents.Length; i++)
            Sort(shape, parts, ChildrenOf(shape, parts[i]), ref goes);
        for (var i = 0; i < shape.Objects.Length; i++)
            Sort(shape, parts, WorkersOf(shape, parts[shape.Agents.Length + i]), ref goes);
        orbits.JudgeWhatWasMet();
        if (goes is null)
            return null;
        var swap = SwapBy(shape, parts, goes);
        parts = Swapped(shape, parts, goes, swap);
        return swap.Names;
    }

    /// <summary>The places of the children that an agent waits for in one run of joins, as far as they have made nothing.</summary>
    private int[] ChildrenOf(Shape shape, int number)
    {
        if (store.Agent(number) is not { History: { } history, Agent: { Pending: Contract.Operations.JoinProcess } agent })
            return [];
        return groups.TryGetValue((shape.Id, number, false), out var known)
            ? known
            : groups[(shape.Id, number, false)] = PlacesOf(shape, JoinRuns.ChildrenOf(agent, history));
    }

    private int[] WorkersOf(Shape shape, int number)
    {
        return groups.TryGetValue((shape.Id, number, true), out var known)
            ? known
            : groups[(shape.Id, number, true)] = PlacesOf(shape, KernelRules.WorkersOf(store.Object(number)));
    }

    private static int[] PlacesOf(Shape shape, IEnumerable<string> agents) =>
        [.. agents.Select(shape.PlaceOf).Where(place => place >= 0 && shape.Childless[place]).Order()];

    /// <summary>Notes where each goes when those of one kind are put in order.</summary>
    private void Sort(Shape shape, int[] parts, int[] siblings, ref int[]? goes)
    {
        if (siblings.Length < 2)
            return;
        kinship.Meet(parts, siblings);
        if (!Array.TrueForAll(siblings, place => kinship.CanMove(shape, parts[place])))
            siblings = Array.FindAll(siblings, place => kinship.CanMove(shape, parts[place]));
        orbits.Meet(shape, parts, siblings);
        if (AreInOrder(shape, parts, siblings))
            return;
        foreach (var equal in siblings.GroupBy(place => kinship.KindOf(parts[place])).Select(group => group.ToArray()))
        {
            var sorted = equal.Order(Comparer<int>.Create((a, b) => Compare(shape, parts, a, b))).ToArray();
            for (var i = 0; i < equal.Length; i++)
            {
                if (equal[i] == sorted[i])
                    continue;
                goes ??= [.. Enumerable.Range(0, shape.Agents.Length)];
                goes[sorted[i]] = equal[i];
            }
        }
    }

    private bool AreInOrder(Shape shape, int[] parts, int[] siblings)
    {
        for (var i = 1; i < siblings.Length; i++)
        {
            var before = i - 1;
            while (before >= 0 && kinship.KindOf(parts[siblings[before]]) != kinship.KindOf(parts[siblings[i]]))
                before--;
            if (before >= 0 && Compare(shape, parts, siblings[before], siblings[i]) > 0)
                return false;
        }

        return true;
    }

    private int Compare(Shape shape, int[] parts, int one, int other)
    {
        var (a, b) = (store.Agent(parts[one]).Agent, store.Agent(parts[other]).Agent);
        var order = (a.Status, kinship.HistoryOf(parts[one]), a.ExitCode ?? int.MinValue, (int?)a.PendingDeath ?? -1)
            .CompareTo((b.Status, kinship.HistoryOf(parts[other]), b.ExitCode ?? int.MinValue, (int?)b.PendingDeath ?? -1));
        if (order == 0)
            order = (a.Deadline ?? TimeSpan.MinValue, a.OwnTime).CompareTo((b.Deadline ?? TimeSpan.MinValue, b.OwnTime));
        if (order == 0 && readsSayings)
            order = string.CompareOrdinal(SaidBy(shape, parts, one), SaidBy(shape, parts, other));
        return order == 0 ? one.CompareTo(other) : order;
    }

    private string SaidBy(Shape shape, int[] parts, int place)
    {
        var key = (parts[shape.Seen], parts[place]);
        return said.TryGetValue(key, out var known)
            ? known
            : said[key] = string.Join('\n', observed.SaidBy(parts[shape.Seen], shape.Agents[place]).Select(text => kinship.CommonText(parts[place], text)).Order(StringComparer.Ordinal));
    }

    private int[] Swapped(Shape shape, int[] parts, int[] goes, Swap swap)
    {
        var after = (int[])parts.Clone();
        for (var from = 0; from < goes.Length; from++)
        {
            var to = goes[from];
            if (from == to)
                continue;
            if (!moved.TryGetValue((parts[from], parts[to]), out var number))
                moved[(parts[from], parts[to])] = number = store.NumberOf(kinship.InPlaceOf(parts[from], parts[to]));
            after[to] = number;
        }

        for (var i = shape.Agents.Length; i < shape.Time; i++)
        {
            if (!swap.Objects.TryGetValue(parts[i], out var number))
                swap.Objects[parts[i]] = number = store.NumberOf(store.Object(parts[i]).Renamed(swap.Names));
            after[i] = number;
        }

        if (readsSayings)
        {
            if (!swap.Seen.TryGetValue(parts[shape.Seen], out var number))
                swap.Seen[parts[shape.Seen]] = number = observed.Renamed(parts[shape.Seen], so => Moved(shape, parts, goes, so));
            after[shape.Seen] = number;
        }

        return after;
    }

    private Saying Moved(Shape shape, int[] parts, int[] goes, Saying said)
    {
        var from = shape.PlaceOf(said.Agent);
        return from < 0 || goes[from] == from
            ? said
            : new Saying(kinship.TextInPlaceOf(parts[from], parts[goes[from]], said.Text), shape.Agents[goes[from]]);
    }

    private Swap SwapBy(Shape shape, int[] parts, int[] goes)
    {
        // What is said in another's place depends on what both were given.
        var key = new SearchState(shape, readsSayings ? [.. goes, .. Enumerable.Range(0, goes.Length).Select(place => goes[place] == place ? 0 : store.RoleOf(parts[place]))] : goes);
        if (!swaps.TryGetValue(key, out var swap))
        {
            var names = new Dictionary<string, string>();
            for (var i = 0; i < goes.Length; i++)
            {
                if (goes[i] != i)
                    names[shape.Agents[i]] = shape.Agents[goes[i]];
            }

            swaps[key] = swap = new Swap(names);
        }

        return swap;
    }

    /// <summary>Agents that change places, and what objects and observers become by that.</summary>
    private sealed class Swap(IReadOnlyDictionary<string, string> names)
    {
        public IReadOnlyDictionary<string, string> Names => names;

        public Dictionary<int, int> Objects { get; } = [];

        public Dictionary<int, int> Seen { get; } = [];
    }
}
