using System.Text.Json.Serialization;
using ExerciseKit.Contract;

namespace ExerciseKit.Playing.Games;

/// <summary>How a game stands.</summary>
/// <param name="Game">Which game.</param>
/// <param name="Points">The points so far.</param>
/// <param name="MaxPoints">The most that there are.</param>
/// <param name="IsOver">Whether it has come to its end.</param>
/// <param name="Message">What there is to say.</param>
public sealed record GameView(string Game, int Points, int MaxPoints, bool IsOver, LocalizedText Message)
{
    /// <summary>What is asked; null where nothing is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GameQuestion? Question { get; init; }
}

/// <summary>A question of a game.</summary>
/// <param name="Number">Which it is, from 1.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Text">What is asked.</param>
/// <param name="TakesSeveral">Whether several options may be right, and all of them are wanted.</param>
/// <param name="Options">The options.</param>
public sealed record GameQuestion(int Number, int Of, LocalizedText Text, bool TakesSeveral, EquatableArray<GameOption> Options);

/// <summary>An option of a question.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it is.</param>
public sealed record GameOption(int Number, LocalizedText Text)
{
    /// <summary>The line of the program that it speaks of; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }
}
