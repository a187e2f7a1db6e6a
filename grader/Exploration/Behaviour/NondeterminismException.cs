using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>The same local history led to two different operations: nothing can be proved about such a program.</summary>
/// <param name="first">What was asked the first time; null where the process had ended.</param>
/// <param name="second">What was asked the second time; null where nothing was.</param>
public sealed class NondeterminismException(AskedOperation? first, AskedOperation? second)
    : Exception($"The same process, given the same results, first asked for {Describe(first)} and then for {Describe(second)}.")
{
    public AskedOperation? First { get; } = first;

    public AskedOperation? Second { get; } = second;

    private static string Describe(AskedOperation? asked) =>
        asked is null ? "nothing" : $"'{asked.Operation.Describe()}' at {asked.Site}";
}
