using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Mutex;

/// <summary>Who prints, and how many lines between each one's first and last.</summary>
internal sealed record Session(EquatableArray<string> Users, int Count)
{
    /// <summary>A user's block, with <c>{0}</c> for the user.</summary>
    public string[] Block => ["{0} begins", .. Enumerable.Range(1, Count).Select(i => $"{{0}} line {i}"), "{0} ends"];

    /// <summary>The lines that belong to a block of somebody here, be their numbers right or wrong.</summary>
    public LinePattern[] Lines { get; } =
    [
        .. Users.SelectMany(user => new[]
        {
            LinePattern.Like($"{user} begins"), LinePattern.Like($"{user} line {{i}}").WhereNumber("i"), LinePattern.Like($"{user} ends"),
        }),
    ];

    /// <summary>How many of these lines came by one print, at most.</summary>
    public Observer<int> LinesAtOnce => new(
        1,
        (most, happened) => Math.Max(most, LinesIn((WriteConsole)((OperationCompleted)happened).Operation)),
        [new OperationPattern<WriteConsole> { Where = write => write.Stream == ConsoleStream.Out }],
        most => ($"{most} of them came by a single Console.Write", $"有 {most} 行是一次 Console.Write 打印出来的"))
    { SeesAgents = false, SeesTime = false };

    public Scenario Scenario => ScenarioNamed(
        ($"{Counted(Users.Count, "user")} ({string.Join(", ", Users)}), {Counted(Count, "line")}", $"{Users.Count} 个用户（{string.Join(", ", Users)}），中间 {Count} 行"));

    public static Session Of(string[] users, int count) => new([.. users], count);

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", Users.ToArray(), Count);

    /// <summary>Whether a user is the first of all to begin.</summary>
    public Observer<Precedence> Comes(string user) => Observe.Precedence(
        LinePattern.Like($"{user} begins"), LinePattern.Like("{user} begins").Where("user", Users));

    private int LinesIn(WriteConsole write) => write.Text.Split('\n').Count(text => Lines.Any(line => line.MatchesLine(text.TrimEnd('\r'))));

    private static string Counted(int number, string what) => number switch
    {
        0 => $"no {what}s",
        1 => $"1 {what}",
        _ => $"{number} {what}s",
    };
}
