using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Replay;

/// <summary>What reading a token came to.</summary>
public abstract record ReplayTokenReading;

/// <summary>It could be read.</summary>
public sealed record ReadableToken(ReplayToken Token) : ReplayTokenReading;

/// <summary>It could not.</summary>
/// <param name="Fault">Why.</param>
/// <param name="Message">Why, in words, and what to do next.</param>
public sealed record UnreadableToken(TokenFault Fault, LocalizedText Message) : ReplayTokenReading;

/// <summary>Why a text is no token.</summary>
public enum TokenFault
{
    /// <summary>There is nothing but blanks.</summary>
    Empty,

    /// <summary>It does not begin like one.</summary>
    NoToken,

    /// <summary>It was written by a kit with another form of tokens.</summary>
    OtherVersion,

    /// <summary>Part of it is missing or was changed.</summary>
    Damaged,
}
