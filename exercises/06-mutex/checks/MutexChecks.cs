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
        Session.Of([.. Enumerable.Range(1, 20).Select(i => $"user{i}")], 20).ScenarioNamed("20 users, 20 lines"),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var two = draw.Of(Two);
        return
        [
            new Check("blocks", "The blocks never mix", 3)
                .Each([Three, .. two], NeverMixed)
                .Sampling(draw.One("larger session", chance => Session.Of(chance.Names(5), chance.From(2, 3))), NeverMixed)
                .WithHint("From which line to which must nobody else print, and who must know about that?"),
            new Check("own-process", "Each user is a process of its own and prints line by line", 3)
                .Each(two, (check, session) => Printed(check, session)
                    .AtEnd("each line is printed by itself", session.LinesAtOnce, most => most == 1)),
            new Check("any-order", "The users need not come in the order of their names", 2)
                .Each(two, (check, session) => InAnyOrder(Printed(check, session), session, session.Users))
                .WithHint("Printing is one at a time. Is there a reason to start or to wait one at a time, too?"),
            new Check("no-lines", "A block without lines is a block as well", 2)
                .Each(draw.Of(Empty), (check, session) => InAnyOrder(NeverMixed(check, session), session, session.Users.TakeLast(1)))
                .WithHint("Does every way through your method give the lock back?"),
        ];
    }

    private static Check NeverMixed(Check check, Session session) => Printed(check, session)
        .Never("no line comes in the middle of another user's block", Observe.Blocks(session.Users.ToArray(), session.Block), seen => seen.Intrusion is not null);

    private static Check InAnyOrder(Check check, Session session, IEnumerable<string> users) => users.Aggregate(check, (so, user) => so
        .Sometimes($"{user} can be the first to print", session.Comes(user), first => first == Precedence.Wanted));

    private static Check Printed(Check check, Session session) => check
        .In(session.Scenario)
        .AtEnd("one child a user prints that user's block", Observe.Lines(session.Lines), Speakers.OneChildEach(session.Users.ToArray(), session.Block));
}
