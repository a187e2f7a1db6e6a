using ExerciseKit.Authoring.Verification;

namespace ExerciseKit.Tests.Authoring.Verification;

/// <summary>Each wrong answer that a grader of these exercises must tell apart is some exercise's mutant. That it gets its verdict, <c>kit verify</c> shows.</summary>
public sealed class WrongAnswersTests
{
    /// <summary>How many kinds of wrong answers the design lists.</summary>
    private const int Kinds = 28;

    // By number: what is wrong, the mutant, and the verdict that names its fault.
    private static readonly (int Number, string Fault, string Mutant, string Verdict)[] Listed =
    [
        (1, "check, then act, on a file", "07-ticket-sale/no-lock", "violation"),
        (2, "a lock round the write only", "07-ticket-sale/lock-round-the-write-only", "violation"),
        (3, "a lock of one's own", "07-ticket-sale/lock-per-process", "violation"),
        (4, "two locks for one file", "07-ticket-sale/two-locks", "violation"),
        (5, "two locks in opposite orders, 40 ms apart", "19-deadlock/from-first-forty-milliseconds-later", "deadlock"),
        (6, "all take the first fork first", "19-deadlock/last-account-goes-back-to-the-first", "deadlock"),
        (7, "no release on an early return", "07-ticket-sale/lock-kept-when-sold-out", "deadlock"),
        (7, "no release on an exception", "16-semaphore/exception-keeps-the-permit", "deadlock"),
        (8, "a plain lock taken again on a rare branch", "20-reentrant-lock/plain-lock-on-a-rare-branch", "deadlock"),
        (9, "if in place of while round a wait", "18-condition/if-in-place-of-while", "violation"),
        (10, "a notification before the wait is lost", "18-condition/notification-and-nothing-written-down", "deadlock"),
        (11, "one notified where all are needed", "18-condition/notifies-one-of-two", "deadlock"),
        (12, "a reset that races with a set", "17-traffic-light/resets-the-light-before-waiting", "violation"),
        (13, "one end marker for several consumers", "11-producers-consumers/one-marker-for-all", "deadlock"),
        (13, "the same, masked by daemons", "11-producers-consumers/one-marker-and-daemons", "violation"),
        (14, "if not empty, get", "11-producers-consumers/looks-before-the-last-dish", "deadlock"),
        (15, "an end marker before a slower producer is done", "11-producers-consumers/markers-before-the-cooks-are-done", "violation"),
        (16, "a task called done before it is", "12-joinable-queue/task-done-before-eating", "violation"),
        (17, "the parent keeps a write end", "13-pipe/parent-keeps-the-sending-end", "deadlock"),
        (17, "the reader keeps a write end", "13-pipe/consumer-keeps-the-sending-end", "deadlock"),
        (17, "a sibling keeps the ends of others", "21-process-per-client/handler-keeps-the-ends-of-others", "violation"),
        (18, "a join before the queue is drained", "10-queue-ipc/child-joined-before-its-answer-is-taken", "deadlock"),
        (19, "a daemon killed in the middle of a write", "07-ticket-sale/daemons-killed-while-they-write", "violation"),
        (19, "a process terminated with a lock in its hand", "17-traffic-light/terminated-with-the-lock-in-hand", "deadlock"),
        (20, "a sleep in place of a join", "02-join/sleep-in-place-of-join", "violation"),
        (20, "a sleep in place of a lock", "06-mutex/sleeps-in-place-of-a-lock", "violation"),
        (21, "start and join in the loop", "07-ticket-sale/start-join-in-the-loop", "violation"),
        (21, "one lock round everything", "19-deadlock/one-lock-for-the-bank", "violation"),
        (22, "the work done in the parent", "01-spawn/work-in-the-parent", "violation"),
        (23, "the lines and nothing done", "01-spawn/lines-only", "violation"),
        (24, "no TaskDone on one branch", "12-joinable-queue/task-done-missing-on-a-branch", "deadlock"),
        (24, "one TaskDone too many", "12-joinable-queue/task-done-twice", "crash"),
        (25, "consumers that never end, and no daemons", "12-joinable-queue/guests-are-no-daemons", "deadlock"),
        (25, "daemon consumers that nobody waits for", "11-producers-consumers/daemons-never-waited-for", "violation"),
        (26, "a pool joined before it is closed", "15-pool/joined-before-closed", "crash"),
        (26, "each result fetched after its task", "15-pool/results-one-by-one", "violation"),
        (27, "a permit too many", "16-semaphore/one-permit-too-many", "violation"),
        (27, "a permit given back twice", "16-semaphore/released-twice", "violation"),
        (27, "a permit given back by those who have none", "16-semaphore/released-by-those-who-gave-up", "violation"),
        (28, "cars that go on red after a while", "17-traffic-light/goes-on-red-after-a-timeout", "violation"),
        (28, "a light that never turns back", "17-traffic-light/never-turns-back", "violation"),
        (28, "a busy wait on the light", "17-traffic-light/busy-wait", "violation"),
    ];

    [Test]
    public void Every_kind_is_listed() =>
        Assert.That(Listed.Select(l => l.Number).Distinct(), Is.EqualTo(Enumerable.Range(1, Kinds)));

    [TestCaseSource(nameof(Listed))]
    public void Each_is_a_mutant_that_expects_the_verdict_which_names_its_fault((int Number, string Fault, string Mutant, string Verdict) listed)
    {
        var (exercise, name) = (Path.GetDirectoryName(listed.Mutant)!, Path.GetFileName(listed.Mutant));
        var file = Path.Combine(Repository.Root, "solutions", exercise, "mutants", $"{name}.cs");
        Assert.That(file, Does.Exist, $"{listed.Number}, {listed.Fault}");
        Assert.That(Expectation.Parse(File.ReadLines(file).First()).Verdicts.Select(Expectation.Name), Does.Contain(listed.Verdict), listed.Fault);
    }
}
