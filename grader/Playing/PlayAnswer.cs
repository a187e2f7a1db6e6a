using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ExerciseKit.Contract;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Playing.Commands;
using ExerciseKit.Playing.Games;

namespace ExerciseKit.Playing;

/// <summary>An answer to one line; of what it may hold it has what the command asks for.</summary>
/// <param name="Id">The line's id, whatever that was; null where it had none.</param>
/// <param name="Ok">Whether it was done.</param>
public sealed record PlayAnswer(JsonNode? Id, bool Ok)
{
    /// <summary>Of the first line: what speaks here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    /// <summary>What is played.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlayAbout? About { get; init; }

    /// <summary>Where the player is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlayView? State { get; init; }

    /// <summary>The choices, with what lies behind each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableArray<PlayOption>? Choices { get; init; }

    /// <summary>Whether what was asked for was found: yes, no, unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Found { get; init; }

    /// <summary>The states by level.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlayMap? Map { get; init; }

    /// <summary>The way so far, as a report tells it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlayStory? Story { get; init; }

    /// <summary>How the game stands that goes on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GameView? Game { get; init; }

    /// <summary>Why it was not done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlayError? Error { get; init; }
}
