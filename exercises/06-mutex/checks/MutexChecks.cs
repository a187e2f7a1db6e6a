using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Mutex;

/// <summary>What 06-mutex must hold.</summary>
public sealed class MutexChecks() : ExerciseChecks("06-mutex")
{
    // Names of both halves of the alphabet, of different length, one the beginning of another.
    private static readonly Session Three = Session.Of(["al", "zoe", "alexandra"], 2);

    // An odd number of lines, and more than nine.
    private static readonly Family<Session> Two = Family.Of<Session>(
        "two", chance => Session.Of(chance.Names(2), (2 * chance.From(0, 2)) + 1), Session.Of(["nora", "jo"], 10));

    // Alone, and more than come into a round of four.
    private static readonly Family<Session> Empty = Family.Of<Session>(
        "empty", chance => Session.Of(chance.Names(2), 0), Session.Of(["kim"], 0), Session.Of(["eve", "tom", "bo", "wilma", "gus"], 0));

    public override LiveRun Live { get; } = new(
        Session.Of([.. Enumerable.Range(1, 20).Select(i => $"user{i}")], 20).ScenarioNamed(("20 users, 20 lines", "20 个用户，20 行")),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var two = draw.Of(Two);
        return
        [
            new Check("blocks", ("The blocks never mix", "各块从不混在一起"), 3)
                .Each([Three, .. two], NeverMixed)
                .Sampling(draw.One("larger session", chance => Session.Of(chance.Names(chance.Children(6, 9)), chance.From(2, 3))), NeverMixed)
                .WithHint(("From which line to which must nobody else print, and who must know about that?", "从哪一行到哪一行，别人都不能打印？这件事要让谁知道？")),
            new Check("own-process", ("Each user is a process of its own and prints line by line", "每个用户是一个单独的进程，逐行打印"), 3)
                .Each(two, (check, session) => Printed(check, session)
                    .ReturnsLast(session.Lines)
                    .AtEnd(("each line is printed by itself", "每一行单独打印"), session.LinesAtOnce, most => most == 1)),
            new Check("any-order", ("The users need not come in the order of their names", "用户不必按名字的顺序来"), 2)
                .Each(two, (check, session) => InAnyOrder(Printed(check, session), session, session.Users))
                .Sampling(draw.One("larger session", chance => Session.Of(chance.Names(chance.Children(9, 12)), 1)), (check, session) => Printed(check, session).StartsAllFirst(session.Lines))
                .WithHint(("Printing is one at a time. Is there a reason to start or to wait one at a time, too?", "打印要一个一个来。启动或等待也有必要一个一个来吗？")),
            new Check("no-lines", ("A block without lines is a block as well", "没有中间行的块也是块"), 2)
                .Each(draw.Of(Empty), (check, session) => InAnyOrder(NeverMixed(check, session), session, session.Users.TakeLast(1)))
                .WithHint(("Does every way through your method give the lock back?", "你的方法无论走哪条路，都会把锁还回去吗？")),
        ];
    }

    private static Check NeverMixed(Check check, Session session) => Printed(check, session)
        .Never(("no line comes in the middle of another user's block", "没有一行插进别的用户的块中间"), Observe.Blocks(session.Users.ToArray(), session.Block), seen => seen.Intrusion is not null);

    private static Check InAnyOrder(Check check, Session session, IEnumerable<string> users) => users.Aggregate(check, (so, user) => so
        .Sometimes(($"{user} can be the first to print", $"{user} 可以最先打印"), session.Comes(user), first => first == Precedence.Wanted));

    private static Check Printed(Check check, Session session) => check
        .In(session.Scenario)
        .AtEnd(("one child a user prints that user's block", "每个用户各有一个子进程，打印该用户的块"), Observe.Lines(session.Lines), Speakers.OneChildEach(session.Users.ToArray(), session.Block));
}
