using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.States;

/// <summary>What stands in the places of states, each thing once.</summary>
/// <param name="settings">What holds for all the states.</param>
internal sealed class StateStore(KernelSettings settings)
{
    private readonly Dictionary<string, Shape> shapes = [];
    private readonly Interner<AgentPart> agents = new();
    private readonly Interner<ObjectState> objects = new();
    private readonly Dictionary<ObjectState, int> kept = new(ReferenceEqualityComparer.Instance);
    private readonly Interner<TimeSpan> times = new();
    private readonly Interner<(Target Target, Payload Arguments, bool IsDaemon)> roles = new();
    private readonly List<int> roleOf = [];
    private readonly Interner<(Target Target, bool IsDaemon)> kinds = new();
    private readonly List<int> kindOf = [];

    public KernelSettings Settings => settings;

    /// <summary>How many things it keeps, and pieces of text in them.</summary>
    public long Size { get; private set; }

    public AgentPart Agent(int number) => agents[number];

    /// <summary>The number of what an agent is for: two of the same do the same.</summary>
    public int RoleOf(int number) => roleOf[number];

    /// <summary>The number of what an agent runs, whatever it is given.</summary>
    public int KindOf(int number) => kindOf[number];

    public ObjectState Object(int number) => objects[number];

    public TimeSpan Time(int number) => times[number];

    public int NumberOf(AgentPart part)
    {
        var number = agents.NumberOf(part, out var isNew);
        if (isNew)
        {
            Size += 1 + ((part.Agent.PartialLine.Length + part.Agent.PartialErrorLine.Length) / KernelState.PieceOfText);
            roleOf.Add(roles.NumberOf((part.Agent.Target, part.Agent.Arguments, part.Agent.IsDaemon)));
            kindOf.Add(kinds.NumberOf((part.Agent.Target, part.Agent.IsDaemon)));
        }

        return number;
    }

    public int NumberOf(ObjectState part)
    {
        // Mostly one that was taken from here: to compare a long text with itself takes long.
        if (kept.TryGetValue(part, out var known))
            return known;
        var number = objects.NumberOf(part, out var isNew);
        if (isNew)
        {
            Size += part.Size;
            kept[part] = number;
        }

        return number;
    }

    public int NumberOf(TimeSpan part) => times.NumberOf(part);

    /// <summary>The numbers of a state.</summary>
    /// <param name="kernel">The kernel's part.</param>
    /// <param name="histories">The histories of its living agents.</param>
    /// <param name="seen">The number of what the observers have seen.</param>
    public SearchState Pack(KernelState kernel, NamedMap<BehaviourNode> histories, int seen)
    {
        var shape = ShapeOf(kernel);
        var parts = new int[shape.Length];
        for (var i = 0; i < shape.Agents.Length; i++)
            parts[i] = NumberOf(new AgentPart(kernel.Agents.Values[i], histories[shape.Agents[i]]));
        for (var i = 0; i < shape.Objects.Length; i++)
            parts[shape.Agents.Length + i] = NumberOf(kernel.Objects.Values[i]);
        parts[shape.Time] = NumberOf(kernel.Now);
        parts[shape.Seen] = seen;
        return new SearchState(shape, parts);
    }

    /// <summary>The kernel's part of a state.</summary>
    public KernelState Unpack(Shape shape, ReadOnlySpan<int> parts)
    {
        var some = new AgentState[shape.Agents.Length];
        for (var i = 0; i < some.Length; i++)
            some[i] = agents[parts[i]].Agent;
        var others = new ObjectState[shape.Objects.Length];
        for (var i = 0; i < others.Length; i++)
            others[i] = objects[parts[some.Length + i]];
        return new KernelState(settings, NamedMap.Of(shape.Agents, some), NamedMap.Of(shape.Objects, others), times[parts[shape.Time]]);
    }

    /// <summary>The histories of a state's living agents.</summary>
    public NamedMap<BehaviourNode> Histories(Shape shape, ReadOnlySpan<int> parts)
    {
        var names = new List<string>();
        var histories = new List<BehaviourNode>();
        for (var i = 0; i < shape.Agents.Length; i++)
        {
            if (agents[parts[i]].History is not { } history)
                continue;
            names.Add(shape.Agents[i]);
            histories.Add(history);
        }

        return NamedMap.Of<BehaviourNode>([.. names], [.. histories]);
    }

    /// <summary>The shape of a state.</summary>
    public Shape ShapeOf(KernelState kernel)
    {
        var kinds = new Type[kernel.Objects.Count];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = kernel.Objects.Values[i].GetType();
        var key = string.Join('\n', [.. kernel.Agents.Names.ToArray(), "", .. kernel.Objects.Names.ToArray().Zip(kinds, (name, kind) => $"{kind.Name}:{name}")]);
        return shapes.TryGetValue(key, out var known)
            ? known
            : shapes[key] = new Shape(shapes.Count, kernel.Agents.Names.ToArray(), kernel.Objects.Names.ToArray(), kinds);
    }
}
