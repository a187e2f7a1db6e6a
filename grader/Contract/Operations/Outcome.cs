using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Operations;

/// <summary>What the kernel answers to an <see cref="Operation"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Flag), "flag")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Item), "item")]
[JsonDerivedType(typeof(NameList), "names")]
[JsonDerivedType(typeof(ProcessIdentity), "identity")]
[JsonDerivedType(typeof(Failed), "failed")]
public abstract record Outcome
{
    /// <summary>The same outcome with every name in it replaced by <paramref name="map"/>.</summary>
    public virtual Outcome MapNames(Func<string, string> map) => this;

    /// <summary>The outcome in words, as a timeline shows it; empty where there is nothing to say.</summary>
    public abstract string Describe();
}

/// <summary>It is done, and there is nothing to say.</summary>
public sealed record Done : Outcome
{
    public static Done Instance { get; } = new();

    public override string Describe() => "";
}

/// <summary>Yes or no.</summary>
public sealed record Flag(bool Value) : Outcome
{
    public static Flag True { get; } = new(true);

    public static Flag False { get; } = new(false);

    public override string Describe() => Value ? "true" : "false";
}

/// <summary>A number.</summary>
public sealed record Number(long Value) : Outcome
{
    public override string Describe() => Value.ToString();
}

/// <summary>A text, such as a file's content.</summary>
public sealed record Text(string Value) : Outcome
{
    public override string Describe() => Value;
}

/// <summary>A value that another agent sent.</summary>
public sealed record Item(Payload Value) : Outcome
{
    public override Outcome MapNames(Func<string, string> map) => new Item(Value.MapNames(map));

    public override string Describe() => Value.Short;
}

/// <summary>The names of agents.</summary>
public sealed record NameList(EquatableArray<string> Values) : Outcome
{
    public override Outcome MapNames(Func<string, string> map) => new NameList(Values.Select(map).ToEquatableArray());

    public override string Describe() => $"{Values.Count} of them";
}

/// <summary>Who a process is.</summary>
/// <param name="Id">Its process id.</param>
/// <param name="ParentId">Its parent's; 0 for the root.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsDaemon">Whether it ends with its parent.</param>
public sealed record ProcessIdentity(int Id, int ParentId, string Name, bool IsDaemon) : Outcome
{
    public override string Describe() => $"{Name} ({Id})";
}

/// <summary>The operation was refused: the student misused a primitive, or a file was not there.</summary>
/// <param name="Kind">What went wrong; each kind is an exception type in the student's process.</param>
/// <param name="Message">What failed, with which value, and what to do next.</param>
public sealed record Failed(FailureKind Kind, string Message) : Outcome
{
    public override string Describe() => Message;

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
}
