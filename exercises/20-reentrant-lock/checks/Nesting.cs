using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Ledger;

/// <summary>Whether the nested method takes the lock that the outer one holds, and whether each gives it back.</summary>
/// <remarks>A method takes it if it waits for it: to try at once and to write all the same is no taking.</remarks>
/// <param name="Clerks">Who has taken a reentrant lock or is in the middle of his entry, in order of name.</param>
/// <param name="Finding">What was first found to be otherwise, in words; null while there is nothing.</param>
internal sealed record Nesting(EquatableArray<Clerk> Clerks, LocalizedText? Finding)
{
    public static Observer<Nesting> Of(Staff staff) => new(
        new Nesting([], null),
        (nesting, happened) => nesting.After(happened, staff),
        [
            staff.Begins, staff.Writes, staff.Ends,
            new OperationPattern<AcquireReentrantLock> { Who = Who.Child }, new OperationPattern<ReleaseReentrantLock> { Who = Who.Child },
            new EndPattern { Who = Who.Child },
        ],
        nesting => nesting.Finding ?? ("both took it and gave it back", "两个方法都拿了锁，也都还了锁"))
    { SeesTime = false };

    private Nesting After(KernelEvent happened, Staff staff)
    {
        var clerk = Clerks.FirstOrDefault(c => c.Agent == happened.Agent) ?? new Clerk(happened.Agent, [], [], []);
        return happened switch
        {
            OperationCompleted { Operation: AcquireReentrantLock acquire, Outcome: Flag { Value: true } } => With(clerk.Taking(acquire)),
            OperationCompleted { Operation: ReleaseReentrantLock release, Outcome: Done } => With(clerk.GivingBack(release.Object)),
            LinePrinted line when staff.Begins.Matches(line) => With(clerk.FromNowOn()),
            LinePrinted line when staff.Writes.Matches(line) => With(clerk.FromNowOn(), clerk.HasTakenOnceMore ? null : PrintedWhen(line.Line, clerk.TakingsInWords)),
            LinePrinted line when staff.Ends.Matches(line) => With(clerk.FromNowOn(), clerk.Returned.Count > 0 ? null : PrintedWhen(line.Line, ("the nested method had not given back what it took", "内层方法还没有把拿到的锁还回去"))),
            ProcessEnded or ProcessDied => this with
            {
                Clerks = [.. Clerks.Where(c => c != clerk)],
                Finding = Finding ?? (clerk.Takings.Count == 0 ? null : EndedWithIt(ProcessPlace.Of(happened.Agent))),
            },
            _ => this,
        };
    }

    private static LocalizedText PrintedWhen(string line, LocalizedText when) => ($"'{line}' was printed when {when.En}", $"打印“{line}”时，{when.Zh}");

    private static LocalizedText EndedWithIt(LocalizedText who) => ($"{who.En} ended with the lock in its hand", $"{who.Zh}结束时手里还拿着锁");

    private Nesting With(Clerk clerk, LocalizedText? finding = null) => new(
        [.. Clerks.Where(c => c.Agent != clerk.Agent).Append(clerk).OrderBy(c => c.Agent, StringComparer.Ordinal)],
        Finding ?? finding);
}

/// <summary>A clerk's process, and the reentrant locks in its hand.</summary>
/// <param name="Agent">Its name.</param>
/// <param name="Takings">Each time that it has taken one and not given it back, in order.</param>
/// <param name="Taken">The locks that it has taken since the last line of its entry.</param>
/// <param name="Returned">The locks that it has given back since.</param>
internal sealed record Clerk(string Agent, EquatableArray<Taking> Takings, EquatableArray<string> Taken, EquatableArray<string> Returned)
{
    /// <summary>Whether it holds a lock from before, and has taken the same one again.</summary>
    public bool HasTakenOnceMore => Taken.Any(taken => Takings.Count(t => t.Lock == taken && t.Waits) > 1);

    public LocalizedText TakingsInWords => Takings.Count(t => t.Waits) switch
    {
        0 => ("no reentrant lock was taken", "没有拿过可重入锁"),
        1 => ("a reentrant lock was taken once", "可重入锁只拿了一次"),
        var n when Takings.Select(t => t.Lock).Distinct().Count() > 1 => ($"{n} locks were taken, and none of them twice", $"拿了 {n} 把锁，没有一把拿过两次"),
        var n => ($"a reentrant lock was taken {n} times, and not by the nested method", $"可重入锁拿了 {n} 次，但不是内层方法拿的"),
    };

    public Clerk Taking(AcquireReentrantLock acquire) => this with
    {
        Takings = [.. Takings, new Taking(acquire.Object, Waits: acquire.Patience != TimeSpan.Zero)],
        Taken = [.. Taken.Append(acquire.Object).Distinct()],
    };

    public Clerk GivingBack(string name) => Takings.LastOrDefault(t => t.Lock == name) is not { } last ? this : this with
    {
        Takings = [.. Takings.Take(Takings.ToArray().LastIndexOf(last)), .. Takings.Skip(Takings.ToArray().LastIndexOf(last) + 1)],
        Returned = [.. Returned.Append(name).Distinct()],
    };

    public Clerk FromNowOn() => this with { Taken = [], Returned = [] };
}

/// <summary>One time that a lock was taken.</summary>
/// <param name="Lock">Which.</param>
/// <param name="Waits">Whether the process waits for it where it is not free.</param>
internal sealed record Taking(string Lock, bool Waits);
