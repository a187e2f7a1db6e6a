using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Hosting.Running;

/// <summary>Learns behaviour from a single real host, which is fed the results of one process's operations.</summary>
public sealed class BehaviourProbe(StudentProgram program, HostPool pool, CancellationToken cancellation) : IBehaviourSource
{
    /// <summary>How many operations with a single possible result are run through in one go.</summary>
    private const int RunAhead = 2000;

    /// <summary>Where the program is known to go beyond a limit, or to lie: finding that out again would take as long again.</summary>
    private readonly Dictionary<(Target Target, Payload Arguments, EquatableArray<Outcome> History), CondemnedProcessException> condemned = [];

    private HostProcess? host;
    private HostExit? lastDeath;

    public LearntRun Run(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        if (condemned.TryGetValue((target, arguments, history.ToEquatableArray()), out var known))
            throw known;
        // Whoever dies while running ahead is asked again for just the one operation that is wanted.
        return (TryRun(target, arguments, history, RunAhead) ?? TryRun(target, arguments, history, 0)) is { } learned
            ? new LearntRun(learned.Operations, learned.Rounds, learned.Landmarks)
            : new LearntRun(DiedAfter(target, arguments, history), [], []);
    }

    public int Repeat(Target target, Payload arguments, IReadOnlyList<Outcome> history, Repetition round) =>
        TryRun(target, arguments, history, 0, round)?.Repeated ?? 0;

    /// <summary>Gives the host back.</summary>
    public void Release()
    {
        if (host is not null)
            pool.Return(host);
        host = null;
    }

    private Learned? TryRun(Target target, Payload arguments, IReadOnlyList<Outcome> history, int runAhead, Repetition? repeated = null)
    {
        try
        {
            return TryOnce(target, arguments, history, runAhead, repeated);
        }
        catch (LostHostException)
        {
            return TryOnce(target, arguments, history, runAhead, repeated);
        }
    }

    private Learned? TryOnce(Target target, Payload arguments, IReadOnlyList<Outcome> history, int runAhead, Repetition? repeated)
    {
        if (host is not null && HostPool.IsOld(host))
            Release();
        var run = new RunAgent(pool.NextRun(), program.AssemblyPath, target, arguments, history.ToEquatableArray(), runAhead, program.LoopBudget, program.KeepsStatics) { Repeated = repeated };
        try
        {
            // From here on it is the pool's: one that can't begin is ended there.
            var own = host;
            host = null;
            host = pool.BeginAsync(run, own, cancellation).GetAwaiter().GetResult();
            return Receive(host, run);
        }
        catch (CondemnedHostException e)
        {
            if (host is not null)
                pool.DiscardAsync(host).GetAwaiter().GetResult();
            host = null;
            // What is met while running ahead counts only when the search gets there.
            return runAhead > 0 || repeated is not null ? null : throw Remember(new CondemnedProcessException(target.Method, LastSite(run), e), run);
        }
    }

    /// <summary>What the host tells; null when it has gone.</summary>
    /// <exception cref="CondemnedHostException">It is no honest host.</exception>
    private Learned? Receive(HostProcess from, RunAgent run)
    {
        switch (from.ReceiveAsync(cancellation).GetAwaiter().GetResult())
        {
            case Learned learned when learned.Run != run.Run:
                throw CondemnedHostException.Stale(learned.Run, run.Run);
            case Learned learned:
                if (Honesty.ObjectionTo(learned, run) is { } objection)
                    throw objection;
                return from.HasSpokenUp ? throw CondemnedHostException.AfterItsEnd() : learned;
            case null:
                lastDeath = Bury(from);
                return null;
            case { } other:
                throw CondemnedHostException.OutOfTurn(other, "it should have told what it does");
        }
    }

    private HostExit Bury(HostProcess dead)
    {
        host = null;
        try
        {
            return dead.ExitAsync(cancellation).GetAwaiter().GetResult();
        }
        finally
        {
            pool.DiscardAsync(dead).GetAwaiter().GetResult();
        }
    }

    /// <summary>The last call before whatever went on for too long.</summary>
    private CallSite LastSite(RunAgent run) =>
        run.Recorded.Count > 0 && TryRun(run.Target, run.Arguments, [.. run.Recorded.SkipLast(1)], 0)?.Operations is [.., var last] ? last.Site : CallSite.Unknown;

    private CondemnedProcessException Remember(CondemnedProcessException found, RunAgent run) =>
        condemned[(run.Target, run.Arguments, run.Recorded)] = found;

    /// <summary>The process died where no end could be asked for: its history is known to be followed as far as it goes.</summary>
    private EquatableArray<AskedOperation> DiedAfter(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        var asked = new List<AskedOperation>();
        for (var known = 0; known < history.Count && asked.Count < history.Count; known = asked.Count)
        {
            var part = TryRun(target, arguments, [.. history.Take(known)], 0);
            if (part?.Operations is not { Count: > 0 } some)
                break;
            asked = [.. some];
        }

        var site = asked.Count > 0 ? asked[^1].Site : CallSite.Unknown;
        asked.Add(new AskedOperation(HostDeath.EndOf(lastDeath!, site), site));
        return asked.ToEquatableArray();
    }
}
