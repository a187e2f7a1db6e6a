using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Checks.Adder;

/// <summary>What one client asks, in order.</summary>
internal sealed record Questions(EquatableArray<(int X, int Y)> Asked)
{
    public static Questions None { get; } = Of();

    public IEnumerable<int> Sums => Asked.Select(q => q.X + q.Y);

    /// <summary>
    /// The questions whose sum shows in a message by itself: none of its bytes is zero, so that no other number's bytes hold it,
    /// and it is no number that was asked for; or it is the whole question, and large.
    /// </summary>
    public EquatableArray<(int X, int Y)> Telling { get; } = Asked
        .Where(q => BitConverter.GetBytes(q.X + q.Y).All(b => b != 0) && Asked.All(other => (other == q && IsEcho(q)) || (q.X + q.Y != other.X && q.X + q.Y != other.Y)))
        .Distinct().ToEquatableArray();

    /// <summary>Whether there are so many that the number, in what a process is given, can hardly mean anything else.</summary>
    public bool TellTheirNumber => Asked.Count >= 7;

    public Scenario Scenario => Scenario.Of(
        Asked.Count == 0
            ? ("no questions", "没有问题")
            : ($"{(Asked.Count == 1 ? "1 question" : $"{Asked.Count} questions")}: {string.Join(", ", Asked.Select(q => $"{q.X} + {q.Y}"))}", $"{Asked.Count} 个问题：{string.Join("，", Asked.Select(q => $"{q.X} + {q.Y}"))}"),
        "Run",
        Asked.ToArray());

    public static Questions Of(params (int X, int Y)[] asked) => new([.. asked]);

    /// <summary>Whether the sum is what was asked for, and nothing to be had without asking: one is 0, and the other a large number.</summary>
    public static bool IsEcho((int X, int Y) question) => (question.X == 0 || question.Y == 0) && Math.Abs((long)question.X + question.Y) > 1_000_000;

    /// <summary>One to three questions, in any order; the sum of one of them shows.</summary>
    public static Questions Drawn(Chance chance)
    {
        var others = Enumerable.Range(0, chance.From(0, 2)).Select(_ => (chance.From(-9, 9), chance.OneOf(chance.From(-9, 9), chance.From(-70_000, 70_000))));
        return Of(chance.Shuffled([Show(chance), .. others]));
    }

    private static (int X, int Y) Show(Chance chance)
    {
        var sum = BitConverter.ToInt32([Byte(), Byte(), Byte(), (byte)chance.From(1, 126)]) * chance.OneOf(1, -1);
        var y = chance.From(-999, 999);
        return (sum - y, y);

        // Not 255 either, of which a minus would make zero.
        byte Byte() => (byte)chance.From(1, 254);
    }
}
