using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Observers;

/// <summary>How often something happened, and when for the last time.</summary>
/// <param name="Times">How often.</param>
/// <param name="LastAt">Virtual time of the last; zero where there was none.</param>
public sealed record Occurrences(int Times, TimeSpan LastAt)
{
    public LocalizedText Describe() => Times switch
    {
        0 => ("it never happened", "一次也没有发生"),
        1 => ($"it happened at {LastAt.TotalSeconds} s", $"发生在第 {LastAt.TotalSeconds} 秒"),
        _ => ($"it happened {Times} times, at last at {LastAt.TotalSeconds} s", $"发生了 {Times} 次，最后一次在第 {LastAt.TotalSeconds} 秒"),
    };
}
