namespace ExerciseKit.Contract.Faults;

/// <summary>The user asked for something that can't be done, such as a path that is not there. Exit code 2.</summary>
/// <param name="message">What failed, with which value, and what to do next.</param>
public sealed class BadInputException(string message) : Exception(message)
{
    /// <param name="text">What failed, with which value, and what to do next.</param>
    public BadInputException(LocalizedText text)
        : this(text.En) => Text = text;

    /// <summary>The same in each language; null where it is told in English only.</summary>
    public LocalizedText? Text { get; }
}
