using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>The shared numbers that may be the counter: those that the parent has set to the number of workers.</summary>
/// <remarks>Of what else is shared, a journal say, the task says nothing.</remarks>
/// <param name="Workers">How many workers there are to be.</param>
/// <param name="Counters">In order of their places.</param>
/// <param name="Lists">How many items each shared list has, in order of name: an item is added without saying at which place.</param>
internal sealed record Countdown(int Workers, EquatableArray<Counter> Counters, EquatableArray<ListLength> Lists)
{
    /// <summary>What is set anew wherever a number can be shared.</summary>
    public static EventPattern[] Sharing { get; } =
    [
        new OperationPattern<CreateDictionary> { Where = create => create.Entries.Count > 0 }, new OperationPattern<WriteEntry>(),
        new OperationPattern<CreateList>(), new OperationPattern<AddItem>(), new OperationPattern<WriteItem>(),
        new OperationPattern<CreateValue>(), new OperationPattern<WriteValue>(),
    ];

    /// <summary>Watches how the counter of a run with so many workers comes down, by whichever children.</summary>
    public static Observer<Countdown> From(int workers) => new(
        Of(workers),
        (seen, happened) => seen.After((OperationCompleted)happened, happened.Agent == Names.Root ? Names.Root : Counter.SomeChild),
        Sharing,
        seen => seen.Describe())
    { SeesAgents = false, SeesTime = false };

    /// <summary>Watches besides which child writes it.</summary>
    public static Observer<Countdown> ByWhom(int workers) => new(
        Of(workers),
        (seen, happened) => seen.After((OperationCompleted)happened, happened.Agent),
        Sharing,
        seen => seen.Describe())
    { SeesTime = false };

    public static Countdown Of(int workers) => new(workers, [], []);

    /// <summary>Whether a child has written it.</summary>
    public bool IsTouched => Counters.Any(c => c.Writers.Count > 0);

    /// <summary>Whether the counter is 0 after as many children's writes as there are workers, each of which took 1 away.</summary>
    public bool IsDownTo0 => Counters.Any(c => c.Value == 0 && c.Takers.Count == Workers && c.Fault is null);

    /// <summary>Whether so many children as there are workers have written the counter, each once, and the parent not since.</summary>
    public bool IsWrittenByEach => Counters.Any(c => c.Writers.Count == Workers && c.Writers.Distinct().Count() == Workers && !c.IsWrittenOver);

    public LocalizedText Describe() => Counters.FirstOrDefault(c => c.Fault is not null)?.Fault
        ?? (Counters.Count == 0
            ? ($"no number that is shared was set to {Workers} by the parent", $"父进程没有把任何共享的数设为 {Workers}")
            : Counters.MaxBy(c => c.Writers.Count)!.Describe());

    /// <summary>What is seen after an operation.</summary>
    /// <param name="happened">The operation.</param>
    /// <param name="agent">Who is to be taken for the one that did it.</param>
    public Countdown After(OperationCompleted happened, string agent) => happened.Operation switch
    {
        CreateDictionary create => create.Entries.Aggregate(this, (seen, entry) => seen.With($"{create.Object} {entry.Key}", entry.Value, agent)),
        WriteEntry write => With($"{write.Object} {write.Key}", write.Value, agent),
        CreateList create => create.Items.Aggregate(WithList(create.Object), (seen, item) => seen.WithItem(create.Object, item, agent)),
        AddItem add => WithItem(add.Object, add.Value, agent),
        WriteItem write when happened.Outcome is not Failed => With($"{write.Object} {write.Index}", write.Value, agent),
        CreateValue create => With(create.Object, create.Value, agent),
        WriteValue write => With(write.Object, write.Value, agent),
        _ => this,
    };

    private Countdown WithList(string list) => this with { Lists = [.. Lists.Append(new ListLength(list, 0)).OrderBy(l => l.List, StringComparer.Ordinal)] };

    private Countdown WithItem(string list, Payload value, string agent)
    {
        var length = Lists.First(l => l.List == list).Items;
        var lists = Lists.Select(l => l.List == list ? l with { Items = length + 1 } : l);
        return (this with { Lists = [.. lists] }).With($"{list} {length}", value, agent);
    }

    private Countdown With(string place, Payload value, string agent) =>
        SharedNumber.In(value).Aggregate(this, (seen, number) => seen.WithNumber(place + number.Part, number, agent));

    private Countdown WithNumber(string place, SharedNumber number, string agent)
    {
        var before = Counters.FirstOrDefault(c => c.Place == place);
        if (before is null && agent != Names.Root)
            return this;
        var counter = before?.Set(number.Value, agent) ?? Counter.Of(place, number);
        var isOne = counter.Value == Workers || counter.Writers.Count > 0;
        return this with
        {
            Counters = [.. Counters.Where(c => c.Place != place).Concat(isOne ? [counter] : []).OrderBy(c => c.Place, StringComparer.Ordinal)],
        };
    }
}

/// <summary>How many items a shared list has.</summary>
internal sealed record ListLength(string List, int Items);
