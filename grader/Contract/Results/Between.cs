using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Results;

/// <summary>Where a check fails in the student's own code: between two lines of one process.</summary>
/// <param name="Kind">What is between them.</param>
/// <param name="Process">The process that does them.</param>
/// <param name="First">The line that it has done.</param>
/// <param name="Second">The line that it does then, or never comes past; the same where the fault is in one line.</param>
/// <param name="Other">The other process that matters: who comes in between, who is not waited for, who waits for what is kept. Null where there is none.</param>
/// <param name="At">The other's line; null where it has none.</param>
public sealed record Between(BetweenKind Kind, string Process, CallSite First, CallSite Second, string? Other = null, CallSite? At = null)
{
    /// <summary>What the other does there, in words; empty where there is nobody.</summary>
    public LocalizedText Does { get; init; } = LocalizedText.Empty;

    /// <summary>The number of the step in which the process does the first line; null where none that is shown is known to be it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FirstStep { get; init; }

    /// <summary>The same of the second line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SecondStep { get; init; }

    /// <summary>The same of what the other process does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OtherStep { get; init; }
}

/// <summary>What goes wrong between two lines.</summary>
public enum BetweenKind
{
    /// <summary>Another process comes in between, on the same thing.</summary>
    Interrupted,

    /// <summary>Nothing makes the second line wait for another process.</summary>
    Unordered,

    /// <summary>The process waits at the second line, and nobody lets it go on; or keeps what another waits for.</summary>
    Stuck,

    /// <summary>An exception or a limit ends the process at the second line.</summary>
    Ended,

    /// <summary>The process goes round between them for ever.</summary>
    Round,

    /// <summary>The process keeps others from running that could.</summary>
    Ordered,

    /// <summary>Something between them is missing, or wrong by itself.</summary>
    Wrong,
}
