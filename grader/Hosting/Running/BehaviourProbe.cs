using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Hosting.Running;

/// <summary>Learns behaviour from real hosts, each of which is fed the results of one process's operations.</summary>
/// <remarks>Processes wait where they have come to: who goes on from there need not be run again from its beginning.</remarks>
public sealed class BehaviourProbe(StudentProgram program, HostPool pool, CancellationToken cancellation) : IBehaviourSource
{
    /// <summary>How many operations with a single possible result are run through in one go.</summary>
    private const int RunAhead = 2000;

    /// <summary>How many hosts are kept with a process that waits. Each takes the memory of a process; a search that goes back and forth between more must run some again.</summary>
    private const int MaxWaiting = 3;

    /// <summary>Where the program is known to go beyond a limit, or to lie: finding that out again would take as long again.</summary>
    private readonly Dictionary<(Target Target, Payload Arguments, EquatableArray<Outcome> History), CondemnedProcessException> condemned = [];

    /// <summary>The hosts that it has, the one that was used last at the end.</summary>
    private readonly List<(HostProcess Host, ToldRun? Told)> hosts = [];

    private HostExit? lastDeath;

    public LearntRun Run(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        if (condemned.TryGetValue((target, arguments, history.ToEquatableArray()), out var known))
            throw known;
        // Whoever dies while running ahead is asked again for just the one operation that is wanted.
        return TryResume(target, arguments, history)
            ?? TryRun(target, arguments, history, RunAhead)?.Told.Learnt
            ?? TryRun(target, arguments, history, 0)?.Told.Learnt
            ?? new LearntRun(DiedAfter(target, arguments, history), [], []);
    }

    public int Repeat(Target target, Payload arguments, IReadOnlyList<Outcome> history, Repetition round) =>
        TryRun(target, arguments, history, 0, round)?.Last.Repeated ?? 0;

    /// <summary>Gives the hosts back.</summary>
    public void Release()
    {
        foreach (var (host, _) in hosts)
            pool.Return(host);
        hosts.Clear();
    }

    /// <summary>Lets a process that waits on the way to this history go on; null where there is none, or it does not come there.</summary>
    private LearntRun? TryResume(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        for (var i = hosts.Count - 1; i >= 0; i--)
        {
            if (hosts[i] is not (var host, { } told) || told.Missing(target, arguments, history) is not { } missing)
                continue;
            hosts.RemoveAt(i);
            try
            {
                host.SendAsync(new Resume(host.Run, missing), cancellation).GetAwaiter().GetResult();
                if (Receive(host, told, missing) is null)
                    return null;
                Keep(host, told);
                return told.Learnt;
            }
            catch (Exception e) when (e is IOException or CondemnedHostException or LostHostException)
            {
                // What it is to blame for, a run from the beginning shows.
                pool.DiscardAsync(host).GetAwaiter().GetResult();
                return null;
            }
        }

        return null;
    }

    private (ToldRun Told, Learned Last)? TryRun(Target target, Payload arguments, IReadOnlyList<Outcome> history, int runAhead, Repetition? repeated = null)
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

    private (ToldRun Told, Learned Last)? TryOnce(Target target, Payload arguments, IReadOnlyList<Outcome> history, int runAhead, Repetition? repeated)
    {
        var run = new RunAgent(pool.NextRun(), program.AssemblyPath, target, arguments, history.ToEquatableArray(), runAhead, program.LoopBudget, program.KeepsStatics) { Repeated = repeated };
        HostProcess? host = null;
        try
        {
            // From here on it is the pool's: one that can't begin is ended there.
            host = pool.BeginAsync(run, TakeOwn(), cancellation).GetAwaiter().GetResult();
            var told = new ToldRun(run);
            if (Receive(host, told, run.Recorded) is not { } learned)
                return null;
            Keep(host, repeated is null ? told : null);
            return (told, learned);
        }
        catch (CondemnedHostException e)
        {
            if (host is not null)
                pool.DiscardAsync(host).GetAwaiter().GetResult();
            // What is met while running ahead counts only when the search gets there.
            return runAhead > 0 || repeated is not null ? null : throw Remember(new CondemnedProcessException(target.Method, LastSite(run), e), run);
        }
    }

    /// <summary>The host that was not used for the longest time; null where one that waits in the pool may be taken beside those that it has.</summary>
    private HostProcess? TakeOwn()
    {
        if (hosts.Count == 0 || (hosts.Count < MaxWaiting && pool.HasIdle))
            return null;
        var (host, _) = hosts[0];
        hosts.RemoveAt(0);
        return host;
    }

    private void Keep(HostProcess host, ToldRun? told)
    {
        if (HostPool.IsOld(host) && told is not { Waits: true })
            pool.Return(host);
        else
            hosts.Add((host, told));
    }

    /// <summary>What the host tells; null when it has gone.</summary>
    /// <exception cref="CondemnedHostException">It is no honest host.</exception>
    private Learned? Receive(HostProcess from, ToldRun told, EquatableArray<Outcome> given)
    {
        switch (from.Receive(cancellation))
        {
            case Learned learned when learned.Run != from.Run:
                throw CondemnedHostException.Stale(learned.Run, from.Run);
            case Learned learned:
                told.Add(learned, given);
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
        run.Recorded.Count > 0 && TryRun(run.Target, run.Arguments, [.. run.Recorded.SkipLast(1)], 0)?.Told.Learnt.Operations is [.., var last] ? last.Site : CallSite.Unknown;

    private CondemnedProcessException Remember(CondemnedProcessException found, RunAgent run) =>
        condemned[(run.Target, run.Arguments, run.Recorded)] = found;

    /// <summary>The process died where no end could be asked for: its history is known to be followed as far as it goes.</summary>
    private EquatableArray<AskedOperation> DiedAfter(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        var asked = new List<AskedOperation>();
        for (var known = 0; known < history.Count && asked.Count < history.Count; known = asked.Count)
        {
            var part = TryRun(target, arguments, [.. history.Take(known)], 0);
            if (part?.Told.Learnt.Operations is not { Count: > 0 } some)
                break;
            asked = [.. some];
        }

        var site = asked.Count > 0 ? asked[^1].Site : CallSite.Unknown;
        asked.Add(new AskedOperation(HostDeath.EndOf(lastDeath!, site), site));
        return asked.ToEquatableArray();
    }
}
