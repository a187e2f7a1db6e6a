using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Which siblings do the same: those with equal arguments, and those with others that differ only in what they print, where nobody takes that for different things.</summary>
internal sealed class Kinship(KnownSteps steps, BehaviourLibrary library, ProgramFacts facts, IReadOnlyList<Property> properties)
{
    /// <summary>In place of any child.</summary>
    private static readonly string SomeChild = Names.Absolute(Names.OwnChild(0), Names.Root);

    private readonly StateStore store = steps.Store;
    private readonly Dictionary<int, Namesakes> namesakes = [];
    private readonly Dictionary<int, Kin> kin = [];
    private readonly Dictionary<int, int> kinds = [];

    /// <summary>Whether no observer takes other texts for different things.</summary>
    public bool MayBeNamesakes { get; } = properties.All(p => !p.Observer.SeesTexts || p.Observer.Saying is not null);

    /// <summary>The number of those that an agent may be like.</summary>
    public int KindOf(int part)
    {
        if (!MayBeNamesakes)
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

    /// <summary>Who an agent is among those of its kind.</summary>
    public Kin Of(int part)
    {
        if (!kin.TryGetValue(part, out var known))
        {
            var agent = store.Agent(part).Agent;
            kin[part] = known = facts.AsksWhoItIs ? new Kin(steps.TreeOf(agent), agent.Id, agent.ProcessName) : new Kin(steps.TreeOf(agent), 0, "");
        }

        return known;
    }

    /// <summary>Whether an agent can stand in another's place at all: not where it knows who it is, and others of its kind would do otherwise, and not while a file bears its id.</summary>
    public bool CanMove(Shape shape, int part) =>
        !facts.AsksWhoItIs || (KindOf(part) < 0 && !shape.Numbers.Contains(store.Agent(part).Agent.Id));

    /// <summary>Sees whether those of one kind are alike wherever they have come to; those that are not are kept apart from then on.</summary>
    public void Meet(int[] parts, int[] siblings)
    {
        if (!MayBeNamesakes)
            return;
        foreach (var some in siblings.Select(place => parts[place]).Where(part => KindOf(part) < 0).GroupBy(KindOf))
        {
            var all = some.Select(Of).Distinct().ToList();
            if (all.Count == 1)
                continue;
            if (!namesakes.TryGetValue(some.Key, out var known))
                namesakes[some.Key] = known = new Namesakes(all.MinBy(k => k.Tree.Root.Id)!, TellsApart);
            if (some.All(part => known.AreAlike(Of(part), store.Agent(part).History, all)))
                continue;
            library.Apart.Add(store.Agent(some.First()).Agent.Target);
            kinds.Clear();
        }
    }

    /// <summary>The number of an agent's history, the same for all of a kind.</summary>
    public int HistoryOf(int part) => store.Agent(part).History is not { } history ? -1 : NamesakesOf(part)?.Common(Of(part), history).Id ?? history.Id;

    /// <summary>What an agent says, told by what all of its kind say in its place.</summary>
    public string CommonText(int part, string text) => NamesakesOf(part)?.CommonText(Of(part), text) ?? text;

    /// <summary>What an agent is in the place of another of its kind.</summary>
    public AgentPart InPlaceOf(int part, int other)
    {
        var (agent, history) = store.Agent(part);
        var moved = agent.InPlaceOf(store.Agent(other).Agent);
        if (history is null || NamesakesOf(part) is not { } known)
            return new AgentPart(moved, history);
        var there = known.In(Of(part), history, Of(other));
        return new AgentPart(agent.Pending is WriteConsole or FileOperation ? moved with { Pending = library.Ask(there).Operation } : moved, there);
    }

    /// <summary>What another of a kind says where one says this.</summary>
    public string TextInPlaceOf(int part, int other, string text)
    {
        var (one, another) = (Of(part), Of(other));
        if (one == another)
            return text;
        if (NamesakesOf(part)?.TextOf(one, another, text) is { } told)
            return told;
        library.Apart.Add(store.Agent(part).Agent.Target);
        return text;
    }

    private Namesakes? NamesakesOf(int part) =>
        KindOf(part) is < 0 and var kind && namesakes.TryGetValue(kind, out var known) && known.Holds(Of(part)) ? known : null;

    // Patterns are asked for the whole of a write and for each of its lines, since they may read either.
    private bool TellsApart(Operation one, Operation common, Action<string, string> note)
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

    private static IEnumerable<KernelEvent> EventsOf(Operation operation) =>
    [
        .. operation is WriteConsole write ? write.Text.Split('\n')[..^1].Select(line => new LinePrinted(SomeChild, TimeSpan.Zero, CallSite.Unknown, write.Stream, line)) : [],
        new OperationCompleted(SomeChild, TimeSpan.Zero, CallSite.Unknown, operation, Done.Instance, TimedOut: false),
    ];
}
