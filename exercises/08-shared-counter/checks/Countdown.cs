using System.Globalization;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>The numbers that processes share, in a dictionary's entries, as a list's items or on their own, and who has changed them.</summary>
/// <param name="Counters">In order of their places.</param>
internal sealed record Countdown(EquatableArray<Counter> Counters)
{
    public static Observer<Countdown> Observed { get; } = new(
        new Countdown([]),
        (seen, happened) => seen.After((OperationCompleted)happened),
        [
            new OperationPattern<WriteEntry>(),
            new OperationPattern<CreateList>(), new OperationPattern<AddItem>(), new OperationPattern<WriteItem>(),
            new OperationPattern<CreateValue>(), new OperationPattern<WriteValue>(),
        ]);

    /// <summary>Whether there is a counter that so many children have brought to 0, each by taking 1 away once.</summary>
    public bool IsDownTo0By(int children) => Counters.Any(c => c.Value == 0 && c.Takers.Count == children && c.Fault is null);

    /// <summary>Whether there is a counter that so many children have written, each once, and the parent not since.</summary>
    public bool IsWrittenBy(int children) => Counters.Any(c => c.Writers.Count == children && c.Writers.Distinct().Count() == children && !c.IsWrittenOver);

    public override string ToString() => Counters.FirstOrDefault(c => c.Fault is not null)?.Fault
        ?? (Counters.Count == 0 ? "no number was shared" : string.Join("; ", Counters.Select(c => c.ToString())));

    private Countdown After(OperationCompleted happened) => happened.Operation switch
    {
        WriteEntry write => With($"{write.Object} {write.Key}", write.Value, happened.Agent),
        CreateList create => create.Items.Aggregate(this, (seen, item) => seen.WithItem(create.Object, item, happened.Agent)),
        AddItem add => WithItem(add.Object, add.Value, happened.Agent),
        WriteItem write when happened.Outcome is not Failed => With($"{write.Object} {write.Index}", write.Value, happened.Agent),
        CreateValue create => With(create.Object, create.Value, happened.Agent),
        WriteValue write => With(write.Object, write.Value, happened.Agent),
        _ => this,
    };

    private Countdown WithItem(string list, Payload value, string agent) =>
        With($"{list} {Counters.Count(c => c.Place.StartsWith($"{list} ", StringComparison.Ordinal))}", value, agent);

    private Countdown With(string place, Payload value, string agent)
    {
        if (!int.TryParse(value.Json, CultureInfo.InvariantCulture, out var number))
            return this;
        var counter = Counters.FirstOrDefault(c => c.Place == place) ?? new Counter(place, null, [], [], null, IsWrittenOver: false);
        return new([.. Counters.Where(c => c.Place != place).Append(counter.Set(number, agent)).OrderBy(c => c.Place, StringComparer.Ordinal)]);
    }
}

/// <summary>A shared number.</summary>
/// <param name="Place">Where it is kept.</param>
/// <param name="Value">What it is; null before it is set.</param>
/// <param name="Writers">The child of each write, sorted.</param>
/// <param name="Takers">The child of each write that took 1 away, sorted.</param>
/// <param name="Fault">The first write by a child that did not take 1 away, in words; null while there is none.</param>
/// <param name="IsWrittenOver">Whether the parent wrote it after a child had.</param>
internal sealed record Counter(string Place, int? Value, EquatableArray<string> Writers, EquatableArray<string> Takers, string? Fault, bool IsWrittenOver)
{
    public Counter Set(int value, string agent)
    {
        if (agent == Names.Root)
            return this with { Value = value, IsWrittenOver = Writers.Count > 0 };
        var written = this with { Value = value, Writers = Sorted(Writers, agent) };
        return value == Value - 1
            ? written with { Takers = Sorted(Takers, agent) }
            : written with { Fault = Fault ?? $"the counter was {Value?.ToString(CultureInfo.InvariantCulture) ?? "not set"} when a worker set it to {value}" };
    }

    public override string ToString() =>
        $"a counter was {Value} in the end, after {Writers.Count} writes by {Writers.Distinct().Count()} children{(IsWrittenOver ? " and one more by the parent" : "")}";

    private static EquatableArray<string> Sorted(EquatableArray<string> agents, string agent) =>
        [.. agents.Append(agent).Order(StringComparer.Ordinal)];
}
