using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Grading.Hosting;

namespace ExerciseKit.Grading.Running;

/// <summary>Learns behaviour from a single real host, which is fed the results of one process's operations.</summary>
internal sealed class BehaviourProbe(StudentProgram program, HostPool pool, CancellationToken cancellation) : IBehaviourSource
{
    /// <summary>How many operations with a single possible result are run through in one go.</summary>
    private const int RunAhead = 2000;

    private const int DeadExitCode = 134;

    /// <summary>Where the program is known to compute without end: finding that out again would take as long again.</summary>
    private readonly Dictionary<(Target Target, Payload Arguments, EquatableArray<Outcome> History), OverworkException> overworked = [];

    private HostProcess? host;

    public IReadOnlyList<AskedOperation> Run(Target target, Payload arguments, IReadOnlyList<Outcome> history)
    {
        if (overworked.TryGetValue((target, arguments, history.ToEquatableArray()), out var known))
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
        host.BeginAsync(run, cancellation).GetAwaiter().GetResult();
        switch (Receive(host, run))
        {
            case Learned learned when learned.Run == run.Run:
                return learned.Operations;
            case HostFault fault:
                throw new GraderFaultException($"The host could not run {target}: {fault.Reason}");
            case null:
                if (host is not null)
                    pool.DiscardAsync(host).GetAwaiter().GetResult();
                host = null;
                return null;
            case { } other:
                throw new GraderFaultException($"A host sent a {other.GetType().Name} where it should have told what {target} does.");
        }
    }

    /// <summary>The host's next message; null when it has gone.</summary>
    /// <exception cref="OverworkException">It computes without end, at the very operation that is wanted.</exception>
    private Message? Receive(HostProcess from, RunAgent run)
    {
        try
        {
            return from.ReceiveBoundedAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (HostOverworkException e)
        {
            pool.DiscardAsync(from).GetAwaiter().GetResult();
            host = null;
            // What is met while running ahead counts only when the search gets there.
            return run.RunAhead > 0 ? null : throw Remember(new OverworkException(run.Target, e), run);
        }
    }

    private OverworkException Remember(OverworkException overwork, RunAgent run) =>
        overworked[(run.Target, run.Arguments, run.Recorded)] = overwork;

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
        var crash = new Crash("(the process died)", "The process ended without a word; a stack that overflows does that.", "", site);
        asked.Add(new AskedOperation(new EndProcess(Ending.Threw, DeadExitCode, Crash: crash), site));
        return asked.ToEquatableArray();
    }
}
