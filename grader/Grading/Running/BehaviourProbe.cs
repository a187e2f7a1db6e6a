using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Grading.Hosting;
using ExerciseKit.Grading.Sandboxing;

namespace ExerciseKit.Grading.Running;

/// <summary>Learns behaviour from a single real host, which is fed the results of one process's operations.</summary>
internal sealed class BehaviourProbe(StudentProgram program, HostPool pool, CancellationToken cancellation) : IBehaviourSource
{
    /// <summary>How many operations with a single possible result are run through in one go.</summary>
    private const int RunAhead = 2000;

    /// <summary>Where the program is known to go beyond a limit: finding that out again would take as long again.</summary>
    private readonly Dictionary<(Target Target, Payload Arguments, EquatableArray<Outcome> History), OverLimitException> overLimit = [];

    private HostProcess? host;
    private HostExit? lastDeath;

    public IReadOnlyList<AskedOperation> Run(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        if (overLimit.TryGetValue((target, arguments, history.ToEquatableArray()), out var known))
            throw known;
        // Whoever dies while running ahead is asked again for just the one operation that is wanted.
        return TryRun(target, arguments, history, RunAhead)
            ?? TryRun(target, arguments, history, 0)
            ?? DiedAfter(target, arguments, history);
    }

    /// <summary>Gives the host back.</summary>
    public void Release()
    {
        if (host is not null)
            pool.Return(host);
        host = null;
    }

    private EquatableArray<AskedOperation>? TryRun(Target target, Payload arguments, IReadOnlyList<Outcome> history, int runAhead)
    {
        if (host is not null && HostPool.IsOld(host))
            Release();
        host ??= pool.TakeAsync(cancellation).GetAwaiter().GetResult();
        var run = new RunAgent(pool.NextRun(), program.AssemblyPath, target, arguments, history.ToEquatableArray(), runAhead, program.LoopBudget, program.KeepsStatics);
        Begin(host, run);
        switch (Receive(host, run))
        {
            case Learned learned when learned.Run == run.Run:
                return learned.Operations;
            case HostFault fault:
                throw new GraderFaultException($"The host could not run {target}: {fault.Reason}");
            case null:
                if (host is not null)
                    lastDeath = Bury(host);
                host = null;
                return null;
            case { } other:
                throw new GraderFaultException($"A host sent a {other.GetType().Name} where it should have told what {target} does.");
        }
    }

    /// <summary>The host's next message; null when it has gone.</summary>
    /// <exception cref="OverLimitException">It goes beyond a limit, at the very operation that is wanted.</exception>
    private Message? Receive(HostProcess from, RunAgent run)
    {
        try
        {
            return from.ReceiveBoundedAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (HostOverLimitException e)
        {
            pool.DiscardAsync(from).GetAwaiter().GetResult();
            host = null;
            // What is met while running ahead counts only when the search gets there.
            return run.RunAhead > 0 ? null : throw Remember(new OverLimitException(run.Target, LastSite(run), e), run);
        }
    }

    private void Begin(HostProcess at, RunAgent run)
    {
        try
        {
            at.BeginAsync(run, cancellation).GetAwaiter().GetResult();
        }
        catch (IOException e)
        {
            throw new GraderFaultException(HostProcess.Sentence(Bury(at), "while it waited for work"), e);
        }
    }

    private HostExit Bury(HostProcess dead)
    {
        try
        {
            return dead.ExitAsync().GetAwaiter().GetResult();
        }
        finally
        {
            pool.DiscardAsync(dead).GetAwaiter().GetResult();
        }
    }

    /// <summary>The last call before whatever went on for too long.</summary>
    private CallSite LastSite(RunAgent run) =>
        run.Recorded.Count > 0 && TryRun(run.Target, run.Arguments, [.. run.Recorded.SkipLast(1)], 0) is [.., var last] ? last.Site : CallSite.Unknown;

    private OverLimitException Remember(OverLimitException found, RunAgent run) =>
        overLimit[(run.Target, run.Arguments, run.Recorded)] = found;

    /// <summary>The process died where no end could be asked for: its history is known to be followed as far as it goes.</summary>
    private EquatableArray<AskedOperation> DiedAfter(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        var asked = new List<AskedOperation>();
        for (var known = 0; known < history.Count && asked.Count < history.Count; known = asked.Count)
        {
            var part = TryRun(target, arguments, [.. history.Take(known)], 0);
            if (part is not { Count: > 0 } some)
                break;
            asked = [.. some];
        }

        var site = asked.Count > 0 ? asked[^1].Site : CallSite.Unknown;
        asked.Add(new AskedOperation(HostDeath.EndOf(lastDeath!, site), site));
        return asked.ToEquatableArray();
    }
}
