using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Mutex;

/// <summary>What 06-mutex must hold.</summary>
public sealed class MutexChecks() : ExerciseChecks("06-mutex")
{
    private static readonly string[] Users = ["ann", "bob", "cem"];
    private static readonly string[] Block = ["{0} begins", "{0} line 1", "{0} line 2", "{0} ends"];
    private static readonly string[] EmptyBlock = ["{0} begins", "{0} ends"];

    private static readonly Scenario Full = Scenario.Of("3 users, 2 lines", "Run", Users, 2);
    private static readonly Scenario Empty = Scenario.Of("3 users, no lines", "Run", Users, 0);

    private static readonly LinePattern Begins = LinePattern.Like("{user} begins");
    private static readonly LinePattern LastBegins = LinePattern.Like("cem begins");
    private static readonly LinePattern[] Lines = [.. Users.SelectMany(u => new[] { $"{u} begins", $"{u} line {{i}}", $"{u} ends" }).Select(LinePattern.Like)];

    private static readonly Observer<int> LinesAtOnce = new(
        1,
        (most, happened) => Math.Max(most, LinesIn((WriteConsole)((OperationCompleted)happened).Operation)),
        [new OperationPattern<WriteConsole>()],
        most => $"{most} of them came by a single Console.Write")
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        Scenario.Of("20 users, 20 lines", "Run", Enumerable.Range(1, 20).Select(i => $"user{i}").ToArray(), 20),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("blocks", "The blocks never mix", 3)
            .In(Full)
            .AtEnd("one child a user prints that user's block", Observe.Lines(Lines), Speakers.OneChildEach(Users, Block))
            .Never("no line comes in the middle of another user's block", Observe.Blocks(Users, Block), seen => seen.Intrusion is not null)
            .WithHint("From which line to which must nobody else print, and who must know about that?"),
        new Check("own-process", "Each user is a process of its own and prints line by line", 3)
            .In(Full)
            .AtEnd("one child a user prints that user's block", Observe.Lines(Lines), Speakers.OneChildEach(Users, Block))
            .AtEnd("each line is printed by itself", LinesAtOnce, most => most == 1),
        new Check("any-order", "The users need not come in the order of their names", 2)
            .In(Full)
            .AtEnd("one child a user prints that user's block", Observe.Lines(Lines), Speakers.OneChildEach(Users, Block))
            .Sometimes("the last user can be the first to print", Observe.Precedence(LastBegins, Begins), so => so == Precedence.Wanted)
            .WithHint("Printing is one at a time. Is there a reason to start or to wait one at a time, too?"),
        new Check("no-lines", "A block without lines is a block as well", 2)
            .In(Empty)
            .AtEnd("one child a user prints that user's block", Observe.Lines(Lines), Speakers.OneChildEach(Users, EmptyBlock))
            .Never("no line comes in the middle of another user's block", Observe.Blocks(Users, EmptyBlock), seen => seen.Intrusion is not null)
            .WithHint("Does every way through your method give the lock back?"),
    ];

    private static int LinesIn(WriteConsole write) => write.Text.Split('\n').Count(text => Lines.Any(line => line.MatchesLine(text.TrimEnd('\r'))));
}
