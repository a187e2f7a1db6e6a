using System.Globalization;

namespace ExerciseKit.Contract.Operations;

/// <summary>What the kernel answers to an <see cref="Operation"/>.</summary>
public abstract record Outcome
{
    /// <summary>The same outcome with every name in it replaced by <paramref name="map"/>.</summary>
    public virtual Outcome MapNames(Func<string, string> map) => this;

    /// <summary>The outcome in words, as a timeline shows it; empty where there is nothing to say.</summary>
    public abstract LocalizedText Describe();

    /// <summary>A value, which is the same in every language.</summary>
    protected static LocalizedText Plain(string value) => LocalizedText.Same(value);
}

/// <summary>It is done, and there is nothing to say.</summary>
public sealed record Done : Outcome
{
    public static Done Instance { get; } = new();

    public override LocalizedText Describe() => LocalizedText.Empty;
}

/// <summary>Yes or no.</summary>
public sealed record Flag(bool Value) : Outcome
{
    public static Flag True { get; } = new(true);

    public static Flag False { get; } = new(false);

    public override LocalizedText Describe() => Plain(Value ? "true" : "false");
}

/// <summary>A number.</summary>
public sealed record Number(long Value) : Outcome
{
    public override LocalizedText Describe() => Plain(Value.ToString());
}

/// <summary>A text, such as a file's content.</summary>
public sealed record Text(string Value) : Outcome
{
    public override LocalizedText Describe() => Plain(Value);
}

/// <summary>A value that another agent sent.</summary>
public sealed record Item(Payload Value) : Outcome
{
    public override Outcome MapNames(Func<string, string> map) => new Item(Value.MapNames(map));

    public override LocalizedText Describe() => Plain(Value.Short);
}

/// <summary>All values of a shared container, in order.</summary>
public sealed record ItemList(EquatableArray<Payload> Values) : Outcome
{
    public override Outcome MapNames(Func<string, string> map) => new ItemList(Values.Select(v => v.MapNames(map)).ToEquatableArray());

    public override LocalizedText Describe() => Plain($"[{string.Join(", ", Values.Select(v => v.Short))}]");
}

/// <summary>All entries of a shared dictionary, in the order in which they were added.</summary>
public sealed record EntryList(EquatableArray<Entry> Values) : Outcome
{
    public override Outcome MapNames(Func<string, string> map) => new EntryList(Values.Select(e => e with { Value = e.Value.MapNames(map) }).ToEquatableArray());

    public override LocalizedText Describe() => Plain($"{{ {string.Join(", ", Values.Select(e => $"{e.Key}: {e.Value.Short}"))} }}");
}

/// <summary>An entry of a shared dictionary.</summary>
/// <param name="Key">The key as JSON.</param>
/// <param name="Value">The value.</param>
public sealed record Entry(string Key, Payload Value);

/// <summary>A task for a worker of a pool. It has no number: what a worker does depends on the task alone.</summary>
/// <param name="Target">What it runs.</param>
/// <param name="Arguments">A JSON array, one element an argument.</param>
public sealed record GivenTask(Target Target, Payload Arguments) : Outcome
{
    public override Outcome MapNames(Func<string, string> map) => this with { Arguments = Arguments.MapNames(map) };

    public override LocalizedText Describe() => Plain($"{Target} {Arguments.Short}");
}

/// <summary>A task of a pool that is finished.</summary>
/// <param name="Number">Which.</param>
/// <param name="Result">What it came to.</param>
/// <param name="PatienceLeft">What is left of the patience of who waits for several tasks; null for one, or where it is endless.</param>
public sealed record FinishedTask(int Number, TaskResult Result, TimeSpan? PatienceLeft) : Outcome
{
    public override Outcome MapNames(Func<string, string> map) => this with { Result = Result.MapNames(map) };

    public override LocalizedText Describe() => ($"task {Number}: {Result.Describe().En}", $"任务 {Number}：{Result.Describe().Zh}");
}

/// <summary>The names of agents.</summary>
public sealed record NameList(EquatableArray<string> Values) : Outcome
{
    /// <summary>Who those are that no process has started itself: workers in place of ended ones, in the order of the names.</summary>
    public EquatableArray<ProcessIdentity> Replacements { get; init; }

    public override Outcome MapNames(Func<string, string> map) => this with { Values = Values.Select(map).ToEquatableArray() };

    public override LocalizedText Describe() => ($"{Values.Count} of them", $"共 {Values.Count} 个");
}

/// <summary>What the machine's clocks show.</summary>
/// <param name="UtcTicks">The time of day in UTC, as <see cref="DateTime.Ticks"/>.</param>
/// <param name="UptimeTicks">How long the machine has been running, in ticks of 100 ns.</param>
/// <param name="ZoneMinutes">How much later than UTC local time is, in minutes.</param>
public sealed record ClockReading(long UtcTicks, long UptimeTicks, int ZoneMinutes) : Outcome
{
    public override LocalizedText Describe() =>
        Plain(string.Create(CultureInfo.InvariantCulture, $"{new DateTime(UtcTicks, DateTimeKind.Utc).AddMinutes(ZoneMinutes):yyyy-MM-dd HH:mm:ss.fff}"));
}

/// <summary>Who a process is.</summary>
/// <param name="Id">Its process id.</param>
/// <param name="ParentId">Its parent's; 0 for the root.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsDaemon">Whether it ends with its parent.</param>
public sealed record ProcessIdentity(int Id, int ParentId, string Name, bool IsDaemon) : Outcome
{
    /// <summary>How long its start holds up the one who started it, while it runs already; zero in every other answer.</summary>
    public TimeSpan StartTakes { get; init; }

    public override LocalizedText Describe() => Plain($"{Name} ({Id})");
}

/// <summary>The operation was refused: the student misused a primitive, or a file was not there.</summary>
/// <param name="Kind">What went wrong; each kind is an exception type in the student's process.</param>
/// <param name="Message">What failed, with which value, and what to do next.</param>
public sealed record Failed(FailureKind Kind, string Message) : Outcome
{
    public override LocalizedText Describe() => (Message, $"“{Message}”");

    /// <summary>The exception that the student meets.</summary>
    public Exception ToException() => Kind switch
    {
        FailureKind.Argument => new ArgumentException(Message),
        FailureKind.FileNotFound => new FileNotFoundException(Message),
        FailureKind.InputOutput => new IOException(Message),
        FailureKind.SemaphoreFull => new SemaphoreFullException(Message),
        FailureKind.EndOfStream => new EndOfStreamException(Message),
        FailureKind.Timeout => new TimeoutException(Message),
        FailureKind.Disposed => new ObjectDisposedException(null, Message),
        FailureKind.KeyNotFound => new KeyNotFoundException(Message),
        FailureKind.OutOfRange => new ArgumentOutOfRangeException(null, Message),
        _ => new InvalidOperationException(Message),
    };
}

/// <summary>Why an operation was refused, and so which exception the student meets.</summary>
public enum FailureKind
{
    /// <summary><see cref="System.InvalidOperationException"/>: misuse, such as a join before the start.</summary>
    InvalidOperation,

    /// <summary><see cref="System.ArgumentException"/>.</summary>
    Argument,

    /// <summary><see cref="System.IO.FileNotFoundException"/>.</summary>
    FileNotFound,

    /// <summary><see cref="System.IO.IOException"/>, such as a move onto a file that exists.</summary>
    InputOutput,

    /// <summary><see cref="System.Threading.SemaphoreFullException"/>.</summary>
    SemaphoreFull,

    /// <summary><see cref="System.IO.EndOfStreamException"/>.</summary>
    EndOfStream,

    /// <summary><see cref="System.TimeoutException"/>.</summary>
    Timeout,

    /// <summary><see cref="System.ObjectDisposedException"/>.</summary>
    Disposed,

    /// <summary>A limit of the run, such as too many processes.</summary>
    Limit,

    /// <summary><see cref="System.Collections.Generic.KeyNotFoundException"/>.</summary>
    KeyNotFound,

    /// <summary><see cref="System.ArgumentOutOfRangeException"/>.</summary>
    OutOfRange,

    /// <summary>A barrier is broken; <c>ProcessBarrier</c> has an exception of its own for it.</summary>
    BrokenBarrier,
}
