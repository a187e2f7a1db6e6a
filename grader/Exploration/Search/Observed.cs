using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>What the observers of a search have seen, each value of all of them under one number.</summary>
internal sealed class Observed(IReadOnlyList<Property> properties)
{
    private readonly Interner<Values> values = new();
    private readonly Dictionary<(int Effect, int Seen), Seen> known = [];
    private readonly DistinctValues[] met = [.. properties.Select(_ => new DistinctValues())];

    /// <summary>What they have seen before anything has happened.</summary>
    public Seen Start()
    {
        var start = new Values([.. properties.Select(p => p.Observer.Start)]);
        return new Seen(values.NumberOf(start), [.. properties.Where((p, i) => p.IsReachedBy(start.Items[i]))], Stop: null);
    }

    /// <summary>The value of a property's observer.</summary>
    public object Of(int seen, int property) => values[seen].Items[property];

    /// <summary>Each value that the observer of a property has ever had, if only between two events of one step.</summary>
    public IReadOnlyList<object> Met(int property) => met[property].Values;

    /// <summary>What they would have seen had some agents been others.</summary>
    /// <param name="seen">The number of what they have seen.</param>
    /// <param name="renamed">Who else would have said what instead.</param>
    public int Renamed(int seen, Func<Saying, Saying> renamed)
    {
        var items = (object[])values[seen].Items.Clone();
        for (var i = 0; i < items.Length; i++)
        {
            if (properties[i].Observer.Saying is not null && items[i] is EquatableArray<Saying> sayings)
                items[i] = Saying.Sorted([.. sayings.Select(renamed)]);
        }

        return values.NumberOf(new Values(items));
    }

    /// <summary>What they have seen an agent say, in no order.</summary>
    public IEnumerable<string> SaidBy(int seen, string agent)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i].Observer.Saying is null || values[seen].Items[i] is not EquatableArray<Saying> sayings)
                continue;
            foreach (var said in sayings)
            {
                if (said.Agent == agent)
                    yield return said.Text;
            }
        }
    }

    /// <summary>What they have seen after a step.</summary>
    /// <param name="before">The number of what they had seen.</param>
    /// <param name="effect">What the step does.</param>
    public Seen After(int before, Effect effect)
    {
        if (effect.Events.Count == 0)
            return new Seen(before, [], Stop: null);
        if (!known.TryGetValue((effect.Id, before), out var seen))
            known[(effect.Id, before)] = seen = Fold(before, effect.Events);
        return seen;
    }

    private Seen Fold(int before, IReadOnlyList<KernelEvent> events)
    {
        var after = (object[])values[before].Items.Clone();
        var reached = new HashSet<Property>();
        Stop? stop = null;
        foreach (var happened in events)
        {
            for (var i = 0; i < properties.Count; i++)
            {
                after[i] = properties[i].After(after[i], happened);
                if (properties[i].Observer.Saying is not null)
                    met[i].Add(after[i]);
                if (properties[i].IsReachedBy(after[i]))
                    reached.Add(properties[i]);
                if (stop is null && properties[i].BrokenBy(after[i]) is { } finding)
                    stop = Stop.By(properties[i], finding);
            }
        }

        return new Seen(values.NumberOf(new Values(after)), [.. reached], stop);
    }

    private sealed class DistinctValues
    {
        private readonly HashSet<object> known = [];

        public List<object> Values { get; } = [];

        public void Add(object value)
        {
            if (known.Add(value))
                Values.Add(value);
        }
    }

    private sealed class Values(object[] items) : IEquatable<Values>
    {
        public object[] Items => items;

        public bool Equals(Values? other)
        {
            for (var i = 0; i < items.Length; i++)
            {
                if (!items[i].Equals(other!.Items[i]))
                    return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is Values other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var item in items)
                hash.Add(item);
            return hash.ToHashCode();
        }
    }
}

/// <summary>What observers have seen.</summary>
/// <param name="Number">The number of their values.</param>
/// <param name="Reached">The existential properties that were fulfilled on the way.</param>
/// <param name="Stop">What was broken; null for nothing.</param>
internal sealed record Seen(int Number, Property[] Reached, Stop? Stop);
