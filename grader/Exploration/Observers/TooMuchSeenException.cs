using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Observers;

/// <summary>A program does so often what a check looks for that what was seen of it can't be kept: each state of a search keeps its own.</summary>
public sealed class TooMuchSeenException(LocalizedText text) : Exception(text?.En)
{
    /// <summary>Far more than any task asks for.</summary>
    private const int Most = 1_000;

    /// <summary>What there was too much of, in words.</summary>
    public LocalizedText Text => text;

    /// <summary>Gives up on a program that is seen to do too much.</summary>
    /// <param name="seen">How many.</param>
    /// <param name="what">Of what.</param>
    /// <exception cref="TooMuchSeenException">They are more than 1,000.</exception>
    public static void ThrowIfMany(int seen, LocalizedText what)
    {
        if (seen > Most)
            throw new TooMuchSeenException(($"more than {Most} {what?.En} were of the kind that is looked for here", $"这里要找的{what?.Zh}超过了 {Most} 个"));
    }
}
