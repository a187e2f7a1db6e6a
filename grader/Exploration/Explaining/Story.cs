using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>What a trace does at the lines of the student's own code, and what can be asked of it.</summary>
internal sealed class Story
{
    private readonly Func<string, bool> isOwn;

    /// <param name="trace">The trace.</param>
    /// <param name="property">What it breaks; null where a fault by itself does.</param>
    /// <param name="isOwn">Whether a file is the student's own.</param>
    /// <param name="found">What was found instead, in words.</param>
    public Story(Trace trace, Property? property, LocalizedText? found, Func<string, bool> isOwn)
    {
        this.isOwn = isOwn;
        Trace = trace;
        Property = property;
        Moments = Explaining.Moments.Of(trace, isOwn);
        var patterns = property?.Observer.Patterns ?? [];
        Evidence = [.. Moments.Where(m => m.Index < trace.Steps.Count && trace.Steps[m.Index].Events.Any(e => e.Agent == m.Agent.Name && patterns.Any(p => p.Matches(e))))];
        Quoted = found is null ? null : QuotedIn(found.En);
        BlamesSeveral = found?.En.Contains("; child ", StringComparison.Ordinal) == true;
        Blamed = found is null || trace.Steps.Count == 0 ? null : End.Agents.Values.ToArray().Where(a => found.En.StartsWith($"{ProcessPlace.Of(a.Name).En} ", StringComparison.Ordinal)).Select(a => a.Name).FirstOrDefault();
    }

    public Trace Trace { get; }

    public Property? Property { get; }

    public List<Moment> Moments { get; }

    /// <summary>The steps that the property is about.</summary>
    public IReadOnlyList<Moment> Evidence { get; }

    /// <summary>The step that printed the last line that the finding quotes, which came too early or in the wrong place; null where it quotes none.</summary>
    public Moment? Quoted { get; }

    /// <summary>The process that the finding begins with; null where it begins otherwise.</summary>
    public string? Blamed { get; }

    /// <summary>Whether the finding tells of several processes, each with what it did.</summary>
    public bool BlamesSeveral { get; }

    public int Length => Trace.Steps.Count;

    public KernelState End => Trace.End ?? Trace.Steps[^1].After;

    /// <summary>Whether the program has started another process at all.</summary>
    public bool HasChildren => End.Agents.Values.ToArray().Any(a => a.Name != Names.Root);

    /// <summary>Those that have been done, and not only asked for.</summary>
    public IEnumerable<Moment> Done => Moments.Where(m => m.Index < Length);

    public IEnumerable<Moment> Of(string agent) => Done.Where(m => m.Agent.Name == agent);

    public Moment? At(int index) => index < Length ? Moments.Find(m => m.Index == index) : null;

    /// <summary>What its process did before at another line; else the start of the process.</summary>
    public Moment? Before(Moment at) => Moments.FindLast(m => m.Index < at.Index && m.Agent.Name == at.Agent.Name && m.Own != at.Own) ?? StartOf(at.Agent.Name, at.Index);

    public List<Moment> After(Moment at) => [.. Moments.Where(m => m.Index > at.Index && m.Agent.Name == at.Agent.Name)];

    /// <summary>The last thing that a process did before a step; null where it did nothing of its own.</summary>
    public Moment? Last(string agent, int before = int.MaxValue) => Moments.FindLast(m => m.Index < Math.Min(before, Length) && m.Agent.Name == agent && m.Operation is not EndProcess);

    /// <summary>The step in which a process was started.</summary>
    public Moment? StartOf(string agent, int before = int.MaxValue) =>
        Moments.Find(m => m.Index < Math.Min(before, Length) && Trace.Steps[m.Index].Events.OfType<ProcessStarted>().Any(s => s.Child == agent));

    /// <summary>Where a process's object was made: what it runs, and with what, is said there.</summary>
    public CallSite? MadeAt(string agent) =>
        StartOf(agent) is { Operation: StartProcess start } at ? Place(start.MadeAt) ?? at.Own : null;

    /// <summary>Where it was said whether a process is a daemon.</summary>
    public CallSite? FlaggedAt(string agent) => StartOf(agent)?.Operation is StartProcess start ? Place(start.FlaggedAt) : null;

    /// <summary>Where what a step took was last given by another process; null where it took nothing.</summary>
    public Moment? SourceOf(Moment taken) => taken.Operation is not (ReceiveMessage or GetItem)
        ? null
        : Done.LastOrDefault(m => m.Index < taken.Index && m.Agent.Name != taken.Agent.Name && (taken.Operation is GetItem ? m.Operation is PutItem && Thing(m) == Thing(taken) : m.Operation is SendMessage));

    /// <summary>Where a lock, a queue or the like was made.</summary>
    public CallSite? MakingOf(string thing) => Moments.Find(m => m.Operation is CreateOperation made && made.Object == thing)?.Own;

    /// <summary>What a process has taken before a step and not given back, the latest last.</summary>
    public IReadOnlyList<Moment> Held(string agent, int before)
    {
        var held = new List<Moment>();
        foreach (var moment in Of(agent).Where(m => m.Index < before))
        {
            if (Takes(moment))
                held.Add(moment);
            else if (moment.Operation is ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore && held.FindLastIndex(h => Thing(h) == Thing(moment)) is >= 0 and var last)
                held.RemoveAt(last);
        }

        return held;
    }

    /// <summary>The last attempt of a process before a step that was refused, or given up, and that it has not made good since.</summary>
    public Moment? Refused(string agent, int before)
    {
        var madeGood = new HashSet<string>();
        foreach (var moment in Of(agent).Where(m => m.Index < before).Reverse())
        {
            if (!IsAttempt(moment.Operation) || Completed(moment) is not { } completed)
                continue;
            var at = moment.Operation is ProcessOperation process ? process.Process : Thing(moment);
            if (!IsRefusal(completed))
                madeGood.Add(at);
            else if (!madeGood.Contains(at))
                return moment;
        }

        return null;
    }

    /// <summary>The first step that gives back what its process does not have.</summary>
    public Moment? GivenTooOften()
    {
        var taken = new Dictionary<(string Agent, string Thing), int>();
        foreach (var moment in Done)
        {
            if (Takes(moment))
                taken[(moment.Agent.Name, Thing(moment))] = taken.GetValueOrDefault((moment.Agent.Name, Thing(moment))) + 1;
            else if (moment.Operation is ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore && Moments.Exists(m => Takes(m) && m.Agent.Name == moment.Agent.Name && Thing(m) == Thing(moment)))
            {
                var left = taken.GetValueOrDefault((moment.Agent.Name, Thing(moment))) - 1;
                if (left < 0)
                    return moment;
                taken[(moment.Agent.Name, Thing(moment))] = left;
            }
        }

        return null;
    }

    /// <summary>The first that was ended from outside, and the step that asked for it; that step is null where it was its parent's end.</summary>
    public (string Victim, Moment? By)? Killed()
    {
        foreach (var died in Trace.Steps.SelectMany(s => s.Events).OfType<ProcessDied>())
        {
            return (died.Agent, Moments.Find(m => m.Operation is TerminateProcess or KillProcess && ((ProcessOperation)m.Operation).Process == died.Agent));
        }

        return null;
    }

    /// <summary>What processes wait for at the end.</summary>
    public IEnumerable<Moment> Waiting => Moments.Where(m => m.Index >= Length);

    /// <summary>The place of the student's own that a place stands for.</summary>
    public CallSite Own(CallSite site) => Explaining.Moments.OwnPlace(site, isOwn);

    public bool IsOwn(string file) => isOwn(file);

    /// <summary>Whether a process could not do a thing at once when it came to it.</summary>
    public bool HadToWait(Moment moment)
    {
        for (var i = moment.Index; i >= 0 && Trace.Steps[i].Before.Agents[moment.Agent.Name] is { } agent && ReferenceEquals(agent.Pending, moment.Operation); i--)
        {
            if (KernelRules.IsBlocked(Trace.Steps[i].Before, agent))
                return true;
        }

        return false;
    }

    /// <summary>The number under which a step is told; null for none.</summary>
    public int? NumberOf(Moment? moment) => moment is null || moment.Index >= Length ? null : ToldEvents.NumberOf(Trace, moment.Index);

    /// <summary>Whether what a process is about to print is a line that the property speaks of.</summary>
    public bool IsEvidence(Moment pending) => pending.Operation is WriteConsole write && Property is not null
        && Property.Observer.Patterns.Any(p => p.Matches(new LinePrinted(pending.Agent.Name, TimeSpan.Zero, pending.Own, write.Stream, write.Text.TrimEnd('\r', '\n'))));

    public static Between Between(BetweenKind kind, AgentState agent, CallSite first, CallSite second) => new(kind, ProcessLabel.Of(agent), first, second);

    public static string Thing(Moment moment) => moment.Operation is ObjectOperation of ? of.Object : "";

    public static bool IsLock(Operation operation) => operation is AcquireLock or AcquireReentrantLock or AcquireSemaphore;

    private Moment? QuotedIn(string found)
    {
        Moment? quoted = null;
        var last = -1;
        foreach (var moment in Evidence)
        {
            foreach (var printed in Trace.Steps[moment.Index].Events.OfType<LinePrinted>())
            {
                if (found.LastIndexOf($"'{printed.Line}'", StringComparison.Ordinal) is >= 0 and var at && (at > last || (at == last && moment.Agent.Name != Names.Root)))
                    (quoted, last) = (moment, at);
            }
        }

        return quoted;
    }

    private CallSite? Place(CallSite? site)
    {
        if (site is not { IsKnown: true } known)
            return null;
        // A constructor of the student's own is called where the object is made.
        if (known.Caller is { } caller && isOwn(caller.File))
            return new CallSite(caller.File, caller.Line);
        return isOwn(known.File) ? known : null;
    }

    private bool Takes(Moment moment) => IsLock(moment.Operation) && Completed(moment) is { } completed && !IsRefusal(completed);

    private OperationCompleted? Completed(Moment moment) =>
        moment.Index < Length ? Trace.Steps[moment.Index].Events.OfType<OperationCompleted>().FirstOrDefault(e => e.Agent == moment.Agent.Name) : null;

    private static bool IsRefusal(OperationCompleted completed) => completed.TimedOut || completed.Outcome is Flag { Value: false };

    private static bool IsAttempt(Operation operation) => operation is AcquireLock or AcquireReentrantLock or AcquireSemaphore or JoinProcess or AwaitEvent
        or AwaitNotification or PutItem or GetItem or PollConnection or AwaitTask;
}
