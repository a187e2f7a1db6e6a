namespace ExerciseKit.Tests.Model;

/// <summary>What a step gave its process.</summary>
internal sealed record Result(ResultKind Kind, string Value = "")
{
    public static Result Nothing { get; } = new(ResultKind.Nothing);

    public static Result Yes { get; } = new(ResultKind.Yes);

    public static Result No { get; } = new(ResultKind.No);

    public static Result Misuse { get; } = new(ResultKind.Misuse);

    public static Result Broken { get; } = new(ResultKind.Broken);

    public bool IsRefusal => Kind >= ResultKind.Misuse;

    public static Result Of(bool answer) => answer ? Yes : No;

    public static Result Number(long value) => new(ResultKind.Number, value.ToString());

    public override string ToString() => Value.Length == 0 ? Kind.ToString() : $"{Kind} {Value}";
}

internal enum ResultKind
{
    Nothing,
    Yes,
    No,
    Number,
    Text,

    /// <summary>From here on: refusals. A primitive was misused.</summary>
    Misuse,
    FileMissing,
    FileExists,
    Full,
    TooManyProcesses,
    KeyMissing,
    OutOfRange,

    /// <summary>The process has closed its end of the pipe.</summary>
    Closed,

    /// <summary>The other end is closed everywhere, and nothing is left.</summary>
    StreamEnded,

    /// <summary>The wrong direction, no reader left, or a message that is too long.</summary>
    PipeUnusable,

    /// <summary>The barrier is.</summary>
    Broken,
}
