using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Which siblings do the same: those with equal arguments, and those with others that differ only in what they print, where nobody takes that for different things.</summary>
internal sealed class Kinship(KnownSteps steps, BehaviourLibrary library, IReadOnlyList<Property> properties)
{
    /// <summary>In place of any child.</summary>
    private static readonly string SomeChild = Names.Absolute(Names.OwnChild(0), Names.Root);

    private readonly bool mayBeNamesakes = properties.All(p => !p.Observer.SeesTexts || p.Observer.Saying is not null);
    private readonly StateStore store = steps.Store;
    private readonly Dictionary<int, Namesakes> namesakes = [];
    private readonly Dictionary<int, BehaviourTree> trees = [];
    private readonly Dictionary<int, int> kinds = [];

    /// <summary>The number of those that an agent may be like.</summary>
    public int KindOf(int part)
    {
        if (!mayBeNamesakes)
            return store.RoleOf(part);
        if (!kinds.TryGetValue(part, out var kind))
        {
            var agent = store.Agent(part).Agent;
            // Half a line of one is not half a line of another.
            var isWhole = agent.PartialLine.Length == 0 && agent.PartialErrorLine.Length == 0;
            kinds[part] = kind = isWhole && !library.Apart.Contains(agent.Target) ? ~store.KindOf(part) : store.RoleOf(part);
        }

        return kind;
    }

    /// <summary>What is known of those that do what an agent does.</summary>
    public BehaviourTree TreeOf(int part)
    {
        var role = store.RoleOf(part);
        return trees.TryGetValue(role, out var tree) ? tree : trees[role] = steps.TreeOf(store.Agent(part).Agent);
    }

    /// <summary>Sees whether those of one kind are alike wherever they have come to; those that are not are kept apart from then on.</summary>
    public void Meet(int[] parts, int[] siblings)
    {
        if (!mayBeNamesakes)
            return;
        foreach (var kin in siblings.Select(place => parts[place]).Where(part => KindOf(part) < 0).GroupBy(KindOf))
        {
            var some = kin.Select(TreeOf).Distinct().ToList();
            if (some.Count == 1)
                continue;
            if (!namesakes.TryGetValue(kin.Key, out var known))
                namesakes[kin.Key] = known = new Namesakes(some.MinBy(t => t.Root.Id)!, TellsApart);
            if (kin.All(part => known.AreAlike(store.Agent(part).History, some)))
                continue;
            library.Apart.Add(store.Agent(kin.First()).Agent.Target);
            kinds.Clear();
        }
    }

    /// <summary>The number of an agent's history, the same for all of a kind.</summary>
    public int HistoryOf(int part) => store.Agent(part).History is not { } history ? -1 : NamesakesOf(part)?.Common(history).Id ?? history.Id;

    /// <summary>What an agent says, told by what all of its kind say in its place.</summary>
    public string CommonText(int part, string text) => NamesakesOf(part)?.CommonText(TreeOf(part), text) ?? text;

    /// <summary>What an agent is in the place of another of its kind.</summary>
    public AgentPart InPlaceOf(int part, int other)
    {
        var (agent, history) = store.Agent(part);
        var there = history is null || NamesakesOf(part) is not { } known ? history : known.In(history, TreeOf(other));
        var moved = agent.InPlaceOf(store.Agent(other).Agent);
        return new AgentPart(there != history && agent.Pending is WriteConsole ? moved with { Pending = library.Ask(there!).Operation } : moved, there);
    }

    /// <summary>What another of a kind says where one says this.</summary>
    public string TextInPlaceOf(int part, int other, string text)
    {
        var (one, another) = (TreeOf(part), TreeOf(other));
        if (one == another)
            return text;
        if (NamesakesOf(part)?.TextOf(one, another, text) is { } told)
            return told;
        library.Apart.Add(store.Agent(part).Agent.Target);
        return text;
    }

    private Namesakes? NamesakesOf(int part) =>
        KindOf(part) is < 0 and var kind && namesakes.TryGetValue(kind, out var known) && known.Holds(TreeOf(part)) ? known : null;

    // Patterns are asked for the whole of a write and for each of its lines, since they may read either.
    private bool TellsApart(WriteConsole one, WriteConsole common, Action<string, string> note)
    {
        foreach (var (said, commonly) in EventsOf(one).Zip(EventsOf(common)))
        {
            foreach (var property in properties)
            {
                var isRead = false;
                foreach (var pattern in property.Observer.Patterns)
                {
                    if (pattern.Matches(said) != pattern.Matches(commonly))
                        return true;
                    isRead |= pattern.Matches(said);
                }

                if (isRead && property.Observer.Saying is { } saying)
                    note(saying(said), saying(commonly));
            }
        }

        return false;
    }

    private static IEnumerable<KernelEvent> EventsOf(WriteConsole write) =>
    [
        .. write.Text.Split('\n')[..^1].Select(line => new LinePrinted(SomeChild, TimeSpan.Zero, CallSite.Unknown, write.Stream, line)),
        new OperationCompleted(SomeChild, TimeSpan.Zero, CallSite.Unknown, write, Done.Instance, TimedOut: false),
    ];
}
