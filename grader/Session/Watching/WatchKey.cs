namespace ExerciseKit.Session.Watching;

/// <summary>What a student may ask for by a key.</summary>
public enum WatchKey
{
    /// <summary>A key that means nothing.</summary>
    None,
    Next,
    Previous,
    Hint,
    Timeline,
    Steps,
    Run,
    List,
    Reset,
    Again,
    Help,

    /// <summary>Back to the checks; where one is there already, nothing.</summary>
    Back,
    Quit,
    Up,
    Down,
    PageUp,
    PageDown,
    Left,
    Right,
    Enter,
    Yes,
}
