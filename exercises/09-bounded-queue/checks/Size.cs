using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Checks.BoundedQueue;

/// <summary>How many items the queue holds, and how long an attempt waits.</summary>
internal sealed record Size(int Capacity, int WaitSeconds)
{
    public TimeSpan Wait => TimeSpan.FromSeconds(WaitSeconds);

    public int[] Items => [.. Enumerable.Range(1, Capacity)];

    public string ItemsInWords => Capacity == 1 ? "1 item" : $"{Capacity} items";

    public Scenario Scenario => Scenario.Of(($"a queue of {Capacity}, {WaitSeconds} s", $"容量 {Capacity} 的队列，{WaitSeconds} 秒"), "Run", Capacity, WaitSeconds);
}
