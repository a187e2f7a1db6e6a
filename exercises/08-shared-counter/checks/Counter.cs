using System.Globalization;
using ExerciseKit.Contract;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>A shared number, and who has changed it.</summary>
/// <param name="Place">Where it is kept.</param>
/// <param name="IsPart">Whether more than the number is set with it: a list or a record in which it stands.</param>
/// <param name="Value">What it is.</param>
/// <param name="Writers">The child of each write, sorted.</param>
/// <param name="Takers">The child of each write that took 1 away, sorted.</param>
/// <param name="Fault">The first write by a child that did not take 1 away, in words; null while there is none.</param>
/// <param name="IsWrittenOver">Whether the parent wrote it after a child had.</param>
internal sealed record Counter(string Place, bool IsPart, decimal Value, EquatableArray<string> Writers, EquatableArray<string> Takers, LocalizedText? Fault, bool IsWrittenOver)
{
    /// <summary>Stands for every child, where it does not matter which.</summary>
    public const string SomeChild = "some child";

    /// <summary>A number that the parent has set.</summary>
    public static Counter Of(string place, SharedNumber number) => new(place, IsPart: number.Part.Length > 0, number.Value, [], [], null, IsWrittenOver: false);

    public Counter Set(decimal value, string agent)
    {
        if (agent == Names.Root)
            return this with { Value = value, IsWrittenOver = Writers.Count > 0 };
        var written = this with { Value = value, Writers = Sorted(Writers, agent) };
        return value == Value - 1
            ? written with { Takers = Sorted(Takers, agent) }
            : written with { Fault = Fault ?? SetFrom(InWords(Value), InWords(value)) };
    }

    public LocalizedText Describe()
    {
        var (left, children) = (InWords(Value), Writers.Contains(SomeChild) ? (int?)null : Writers.Distinct().Count());
        return IsPart && Writers.Count == 0
            ? ($"the counter was {left} in the end, and no child had set it: what is read of it is a copy, which must be set again once it is changed",
               $"计数器最后是 {left}，没有子进程设置过它：从它读出来的是副本，改了之后必须再写回去")
            : ($"a counter was {left} in the end, after {Counted(Writers.Count, "write", "writes")}{(children is { } by ? $" by {Counted(by, "child", "children")}" : "")}{(IsWrittenOver ? " and one more by the parent" : "")}",
               $"计数器最后是 {left}，{(children is { } many ? $"由 {many} 个子进程" : "")}写了 {Writers.Count} 次{(IsWrittenOver ? "，父进程又写了一次" : "")}");
    }

    private static LocalizedText SetFrom(string before, string after) =>
        ($"the counter was {before} when a worker set it to {after}", $"计数器是 {before} 时，有工作进程把它设为 {after}");

    private static string InWords(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Counted(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    private static EquatableArray<string> Sorted(EquatableArray<string> agents, string agent) =>
        [.. agents.Append(agent).Order(StringComparer.Ordinal)];
}
