using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Results;

/// <summary>How an object stands, as a picture of it shows: of each kind what there is to see, cut where it is long. What is null is not written.</summary>
/// <param name="Id">The object's id.</param>
public sealed record ObjectView(string Id)
{
    /// <summary>The id of the process that has a lock; null while it is free.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Holder { get; init; }

    /// <summary>How many times its holder has taken a reentrant lock, how many permits a semaphore has, how many notifications of a condition nobody has taken yet, or how many items of a joinable queue are not done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <summary>The most that a queue or a semaphore holds, or how many a barrier waits for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Most { get; init; }

    /// <summary>Whether an event is set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsSet { get; init; }

    /// <summary>What is in it, the next to be taken first: a queue's items, the messages for a pipe's end, a list's items, a dictionary's entries, a pool's tasks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableArray<string>? Items { get; init; }

    /// <summary>How many more are in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? More { get; init; }

    /// <summary>The ids of the processes that sleep at a condition or an event, are at a barrier, or have a pipe's end open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableArray<string>? Processes { get; init; }

    /// <summary>What is in a file or a shared value; how far a barrier or a pool has come.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>True of a file that is not there any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsGone { get; init; }
}

/// <summary>How much of an object a picture shows.</summary>
/// <param name="MaxItems">The most items, and processes.</param>
/// <param name="MaxItemLength">The most characters of each.</param>
/// <param name="MaxTextLength">The most characters of a file or a value.</param>
public sealed record ViewBounds(int MaxItems, int MaxItemLength, int MaxTextLength)
{
    /// <summary>The first items of many, and how many more there are.</summary>
    public (EquatableArray<string> Items, int? More) Of(IReadOnlyCollection<string> items) =>
        (items.Take(MaxItems).Select(i => Cut(i, MaxItemLength)).ToEquatableArray(), items.Count > MaxItems ? items.Count - MaxItems : null);

    /// <summary>A text, cut.</summary>
    public string Of(string text) => Cut(text, MaxTextLength);

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        // Half a character is none.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
    }
}
