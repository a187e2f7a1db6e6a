namespace ExerciseKit.Exploration.Observers;

/// <summary>How often something happened, and when for the last time.</summary>
/// <param name="Times">How often.</param>
/// <param name="LastAt">Virtual time of the last; zero where there was none.</param>
public sealed record Occurrences(int Times, TimeSpan LastAt)
{
    public override string ToString() => Times switch
    {
        0 => "it never happened",
        1 => $"it happened at {LastAt.TotalSeconds} s",
        _ => $"it happened {Times} times, at last at {LastAt.TotalSeconds} s",
    };
}
