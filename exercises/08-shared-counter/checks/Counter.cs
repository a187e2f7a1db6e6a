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
internal sealed record Counter(string Place, bool IsPart, decimal Value, EquatableArray<string> Writers, EquatableArray<string> Takers, string? Fault, bool IsWrittenOver)
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
            : written with { Fault = Fault ?? $"the counter was {InWords(Value)} when a worker set it to {InWords(value)}" };
    }

    public override string ToString() => IsPart && Writers.Count == 0
        ? $"the counter was {InWords(Value)} in the end, and no child had set it: what is read of it is a copy, which must be set again once it is changed"
        : $"a counter was {InWords(Value)} in the end, after {Counted(Writers.Count, "write", "writes")}{(Writers.Contains(SomeChild) ? "" : $" by {Counted(Writers.Distinct().Count(), "child", "children")}")}{(IsWrittenOver ? " and one more by the parent" : "")}";

    private static string InWords(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Counted(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    private static EquatableArray<string> Sorted(EquatableArray<string> agents, string agent) =>
        [.. agents.Append(agent).Order(StringComparer.Ordinal)];
}
