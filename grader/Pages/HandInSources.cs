namespace ExerciseKit.Pages;

/// <summary>The hand-in that a result is of, as far as it is there to be shown.</summary>
/// <param name="State">Whether it is what was graded.</param>
/// <param name="Files">Its files; empty where it is not what was graded.</param>
public sealed record HandInSources(HandInState State, IReadOnlyList<SourceText> Files)
{
    /// <summary>It was not named.</summary>
    public static HandInSources None { get; } = new(HandInState.None, []);

    /// <summary>It is not what was graded: no line of it may be marked.</summary>
    public static HandInSources Changed { get; } = new(HandInState.Changed, []);
}

/// <summary>A file of a hand-in.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="File">The file's name.</param>
/// <param name="Text">What is in it.</param>
public sealed record SourceText(string Exercise, string File, string Text);

/// <summary>Whether a hand-in is what was graded.</summary>
public enum HandInState
{
    /// <summary>It is not there.</summary>
    None,

    /// <summary>It is another one, or has changed since.</summary>
    Changed,

    /// <summary>It is the same.</summary>
    Same,
}
