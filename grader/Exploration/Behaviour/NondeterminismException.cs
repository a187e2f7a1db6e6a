using ExerciseKit.Contract;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>The same local history led to two different operations: nothing can be proved about such a program.</summary>
/// <param name="first">What was asked the first time; null where the process had ended.</param>
/// <param name="second">What was asked the second time; null where nothing was.</param>
public sealed class NondeterminismException(AskedOperation? first, AskedOperation? second)
    : Exception(TextOf(first, second).En)
{
    public AskedOperation? First { get; } = first;

    public AskedOperation? Second { get; } = second;

    /// <summary>What happened, in words.</summary>
    public LocalizedText Text { get; } = TextOf(first, second);

    private static LocalizedText TextOf(AskedOperation? first, AskedOperation? second)
    {
        var (once, again) = (Describe(first), Describe(second));
        return (
            $"The same process, given the same results, first asked for {once.En} and then for {again.En}.",
            $"同一个进程，得到的结果都一样，第一次要做的是{once.Zh}，第二次却是{again.Zh}。");
    }

    private static LocalizedText Describe(AskedOperation? asked) => asked is null
        ? ("nothing", "什么也不做")
        : ($"'{asked.Operation.Describe().En}' at {asked.Site}", $" {asked.Site} 的“{asked.Operation.Describe().Zh}”");
}
