
namespace ExerciseKit.Kernel;

/// <summary>All there is to know at one moment of a run. Immutable; equal states have equal futures.</summary>
public sealed class KernelState : IEquatable<KernelState>
{
    private readonly TimeSpan now;
    private readonly Action? timeRead;

    /// <param name="settings">What holds for the whole run.</param>
    /// <param name="agents">The agents, ended ones too, by name.</param>
    /// <param name="objects">The objects, by name.</param>
    /// <param name="now">Time since the run began.</param>
    public KernelState(KernelSettings settings, NamedMap<AgentState> agents, NamedMap<ObjectState> objects, TimeSpan now)
        : this(settings, agents, objects, now, timeRead: null)
    {
    }

    private KernelState(KernelSettings settings, NamedMap<AgentState> agents, NamedMap<ObjectState> objects, TimeSpan now, Action? timeRead) =>
        (Settings, Agents, Objects, this.now, this.timeRead) = (settings, agents, objects, now, timeRead);

    public KernelSettings Settings { get; }

    /// <summary>The agents, ended ones too, by name.</summary>
    public NamedMap<AgentState> Agents { get; }

    /// <summary>The objects, by name.</summary>
    public NamedMap<ObjectState> Objects { get; }

    /// <summary>Time since the run began; stands still in loose time.</summary>
    public TimeSpan Now
    {
        get
        {
            timeRead?.Invoke();
            return now;
        }
    }

    /// <summary>So many characters count as one piece of text: they take about as much memory as an object.</summary>
    public const int PieceOfText = 32;

    /// <summary>How many objects there are, things in them, and pieces of text that were made in the kernel.</summary>
    public int Size
    {
        get
        {
            var size = 0;
            foreach (var value in Objects.Values)
                size += value.Size;
            return size;
        }
    }

    public AgentState Root => Agents[Contract.Names.Root]!;

    /// <summary>Whether some agent runs, so that its next operation is not known yet.</summary>
    public bool AwaitsOperations
    {
        get
        {
            foreach (var agent in Agents.Values)
            {
                if (agent.Status == AgentStatus.Running)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The same state at another time.</summary>
    /// <param name="time">The time; never before <see cref="Now"/>.</param>
    public KernelState At(TimeSpan time) => time <= Now ? this : new(Settings, Agents, Objects, time, timeRead);

    /// <summary>The same state, which tells what is read of it, or of what is made from it: who finds the same there comes to the same.</summary>
    /// <param name="agent">Told the name of each agent that is read.</param>
    /// <param name="value">Told the name of each object that is read.</param>
    /// <param name="time">Told that the time is read.</param>
    public KernelState Watched(Action<string> agent, Action<string> value, Action time) =>
        new(Settings, Agents.Watched(agent), Objects.Watched(value), now, time);

    /// <summary>The same state, where of an ended agent only its exit code is kept: states that differ in the rest have equal futures.</summary>
    public KernelState Folded(string agent) => With(Agents[agent]!.Folded());

    internal KernelState With(AgentState agent) => new(Settings, Agents.With(agent.Name, agent), Objects, now, timeRead);

    internal KernelState With(string name, ObjectState value) => new(Settings, Agents, Objects.With(name, value), now, timeRead);

    internal KernelState Without(string name) => new(Settings, Agents, Objects.Without(name), now, timeRead);

    /// <summary>The object of that name and kind; null when there is none.</summary>
    internal T? Find<T>(string name)
        where T : ObjectState => Objects[name] as T;

    /// <summary>The living children of an agent.</summary>
    internal IEnumerable<AgentState> LivingChildren(string parent)
    {
        for (var i = 0; i < Agents.Count; i++)
        {
            // Whose child an agent is stands in its name.
            if (Contract.Names.Creator(Agents.Names[i]) == parent && Agents[Agents.Names[i]] is { IsAlive: true } child)
                yield return child;
        }
    }

    public bool Equals(KernelState? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Now == other.Now && Agents.Equals(other.Agents) && Objects.Equals(other.Objects) && Settings.Equals(other.Settings));

    public override bool Equals(object? obj) => Equals(obj as KernelState);

    public override int GetHashCode() => HashCode.Combine(Agents, Objects, Now);
}
