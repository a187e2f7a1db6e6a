using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Finds the two lines of the student's own code between which a schedule goes wrong.</summary>
/// <param name="trace">The schedule that breaks something.</param>
/// <param name="isOwn">Whether a file is the student's own.</param>
public sealed class BetweenFinder(Trace trace, Func<string, bool> isOwn)
{
    private readonly List<Moment> moments = Moments.Of(trace, isOwn);

    private KernelState End => trace.End ?? trace.Steps[^1].After;

    /// <summary>Where it goes wrong.</summary>
    /// <param name="verdict">What came of it.</param>
    /// <param name="step">The index of the step that broke a property; the number of steps where only the end did, or a fault by itself.</param>
    /// <returns>Null where no step stands in the student's code.</returns>
    public Between? Find(Verdict verdict, int step)
    {
        if (trace.Steps.Count == 0 || moments.Count == 0)
            return null;
        return WithSteps(verdict switch
        {
            Verdict.Deadlock => Stuck(),
            Verdict.Livelock or Verdict.Hang => Round(),
            Verdict.Crash or Verdict.Limit => Interrupted(step) ?? Ended(),
            Verdict.Leak => LeftBehind(),
            _ => Interrupted(step) ?? Broken(step),
        });
    }

    /// <summary>Where a schedule keeps apart what should run side by side.</summary>
    public Between? Ordered() => WithSteps(Order());

    private Between? Order()
    {
        var waits = moments.Find(m => m.Agent.Name == Names.Root && m.Operation is JoinProcess or AcquireLock or AcquireSemaphore or AwaitEvent or JoinQueue or AwaitTask && After(m).Any(later => later.Operation is StartProcess or SubmitTask));
        if (waits is not null && Before(waits) is { } start)
            return Of(BetweenKind.Ordered, waits.Agent, start.Own, waits.Own);
        // Else the longest that somebody holds what others wait for.
        foreach (var take in moments.Where(m => m.Operation is AcquireLock or AcquireReentrantLock or AcquireSemaphore))
        {
            if (After(take).Find(m => m.Operation is ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore) is { } give && moments.Exists(m => m.Index > take.Index && m.Index < give.Index && m.Operation is Sleep && m.Agent.Name == take.Agent.Name))
                return Of(BetweenKind.Ordered, take.Agent, take.Own, give.Own);
        }

        return waits is null ? Broken(trace.Steps.Count) : Of(BetweenKind.Ordered, waits.Agent, waits.Own, waits.Own);
    }

    /// <summary>Two steps of a process that belong together, and one of another on the same thing in between.</summary>
    /// <remarks>
    /// They belong together where the first looks and the second, the next that the process does with the thing, changes it: what it
    /// decided on is no longer so. Or where both write one file, which is half written in between. The last such is nearest to what came of it.
    /// </remarks>
    private Between? Interrupted(int step)
    {
        foreach (var after in moments.Where(m => m.Index <= step).Reverse())
        {
            foreach (var changed in after.Accesses.Where(a => a.IsWrite))
            {
                if (moments.FindLast(m => m.Index < after.Index && m.Agent.Name == after.Agent.Name && m.Accesses.Any(changed.ConflictsWith)) is not { } before)
                    continue;
                var looks = !before.Changes(changed.Resource) && (before.IsOnData || before.Operation.IsLook);
                var writesHalf = before.Changes(changed.Resource) && before.Operation is FileOperation;
                if (moments.FindLast(m => m.Index > before.Index && m.Index < after.Index && m.Agent.Name != after.Agent.Name && m.Accesses.Any(changed.ConflictsWith) && (writesHalf || (looks && m.Changes(changed.Resource)))) is { } between)
                    return Of(BetweenKind.Interrupted, after.Agent, before.Own, after.Own) with
                    {
                        Other = Label(between.Agent),
                        At = between.Own,
                        Does = between.Words,
                        FirstStep = ToldEvents.NumberOf(trace, before.Index),
                        SecondStep = ToldEvents.NumberOf(trace, after.Index),
                        OtherStep = ToldEvents.NumberOf(trace, between.Index),
                    };
            }
        }

        return null;
    }

    /// <summary>The step that broke it came too early, or did what it should not.</summary>
    private Between? Broken(int step)
    {
        if (step < trace.Steps.Count && moments.Find(m => m.Index == step) is { } broke)
        {
            var before = Before(broke);
            var other = Later(broke);
            return Of(other is null ? BetweenKind.Wrong : BetweenKind.Unordered, broke.Agent, (before ?? broke).Own, broke.Own) with
            {
                Other = other is null ? null : Label(other.Agent),
                At = other?.Own,
                Does = other?.Words ?? LocalizedText.Empty,
            };
        }

        // Only the end showed it: what a child last handed on counts more than what was made of it.
        var done = moments.Where(m => m.Index < trace.Steps.Count && m.Operation is not EndProcess).ToList();
        var last = done.FindLast(m => m.Agent.Name != Names.Root && m.HandsOn) ?? done.FindLast(m => m.HandsOn) ?? done.LastOrDefault() ?? moments[^1];
        return Of(BetweenKind.Wrong, last.Agent, (Before(last) ?? last).Own, last.Own);
    }

    /// <summary>What another process does after a step that may have come too early.</summary>
    /// <remarks>
    /// Who is waiting for processes to end is hardly the one to wait for: before him comes who has changed what the step's process
    /// has dealt with, and then anybody else.
    /// </remarks>
    private Moment? Later(Moment at)
    {
        var first = moments.Find(m => m.Index > at.Index && m.Agent.Name != at.Agent.Name);
        if (first is null || !WaitsForEnds(first))
            return first ?? Pending(at).FirstOrDefault();
        var dealtWith = moments.Where(m => m.Agent.Name == at.Agent.Name && m.Index <= at.Index).SelectMany(m => m.Accesses).Select(a => a.Resource).ToHashSet();
        var changers = moments.Where(m => m.Index <= at.Index && dealtWith.Any(m.Changes)).Select(m => m.Agent.Name).ToHashSet();
        var others = moments.Where(m => m.Index > at.Index && m.Agent.Name != at.Agent.Name).Concat(Pending(at)).Where(m => !WaitsForEnds(m)).ToList();
        return others.Find(m => changers.Contains(m.Agent.Name)) ?? others.FirstOrDefault() ?? first;
    }

    private static bool WaitsForEnds(Moment moment) => moment.Operation is JoinProcess or EndProcess or JoinPool;

    /// <summary>What other processes are about to do when a step comes.</summary>
    private IEnumerable<Moment> Pending(Moment at) =>
        trace.Steps[at.Index].After.Agents.Values.ToArray().Where(a => a.IsAlive && a.Name != at.Agent.Name && a.Name != Names.Root && a.Pending is not null)
            .Select(a => new Moment(at.Index, a, a.Pending!, Moments.OwnPlace(a.Site, isOwn), []))
            .Where(m => m.Own.IsKnown);

    private Between? Stuck()
    {
        var waits = KernelRules.Blocked(End).Where(w => Moments.OwnPlace(w.Site, isOwn).IsKnown).ToList();
        if (waits.Count == 0)
            return null;
        // Two that hold what the other wants: each has taken one before it asks for the next.
        foreach (var wait in waits)
        {
            var wanted = waits.Where(other => other.HeldBy.Contains(wait.Agent)).Select(other => other.Operation).OfType<ObjectOperation>().Select(o => o.Object).ToHashSet();
            var taken = moments.FindLast(m => m.Agent.Name == wait.Agent && m.Index < trace.Steps.Count && m.Operation is ObjectOperation o && wanted.Contains(o.Object) && m.Operation is AcquireLock or AcquireReentrantLock or AcquireSemaphore);
            if (taken is null)
                continue;
            var other = wait.HeldBy.Count > 0 ? waits.Find(w => w.Agent == wait.HeldBy[0]) : null;
            return Of(BetweenKind.Stuck, taken.Agent, taken.Own, Moments.OwnPlace(wait.Site, isOwn)) with
            {
                Other = other is null ? null : ProcessLabel.Of(End, other.Agent),
                At = other is null ? null : Moments.OwnPlace(other.Site, isOwn),
                Does = other?.Operation.Describe() ?? LocalizedText.Empty,
            };
        }

        if (Interrupted(trace.Steps.Count) is { } seam)
            return seam;
        var victim = waits.Find(w => w.Operation is not (JoinProcess or EndProcess or JoinPool)) ?? waits[0];
        var own = Moments.OwnPlace(victim.Site, isOwn);
        // Who keeps what is waited for: it should have given it back.
        if (victim.HeldBy.Count > 0 && victim.Operation is ObjectOperation of && moments.FindLast(m => m.Agent.Name == victim.HeldBy[0] && m.Index < trace.Steps.Count && m.Operation is ObjectOperation o && o.Object == of.Object) is { } keeps)
            return Of(BetweenKind.Stuck, keeps.Agent, keeps.Own, (After(keeps) is [var next, ..] ? next : keeps).Own) with { Other = ProcessLabel.Of(End, victim.Agent), At = own, Does = victim.Operation.Describe() };
        var before = moments.FindLast(m => m.Agent.Name == victim.Agent && m.Index < trace.Steps.Count && m.Own != own);
        return new Between(BetweenKind.Stuck, ProcessLabel.Of(End, victim.Agent), before?.Own ?? StartOf(victim.Agent) ?? own, own);
    }

    private Between? Round()
    {
        var last = moments.FindLast(m => m.Index < trace.Steps.Count)!;
        // Back to where it was at the same line before: that is one round. A trace that ends in its first one has but the line.
        var before = moments.Where(m => m.Agent.Name == last.Agent.Name && m.Index < last.Index).Reverse().Select(m => m.Own).ToList();
        var round = before.IndexOf(last.Own) is >= 0 and var length ? before.Take(length) : [];
        var lines = round.Prepend(last.Own).Where(s => s.File == last.Own.File).ToList();
        return Of(BetweenKind.Round, last.Agent, lines.MinBy(s => s.Line), lines.MaxBy(s => s.Line));
    }

    private Between? Ended()
    {
        var (leaving, index) = trace.Steps.Select((s, i) => (Leaving: s.Events.OfType<ProcessLeaving>().FirstOrDefault(l => l.End.Crash is not null), i)).LastOrDefault(l => l.Leaving is not null);
        if (leaving is null)
            return Broken(trace.Steps.Count - 1);
        var site = leaving.End.Crash!.Site is { IsKnown: true } known ? Moments.OwnPlace(known, isOwn) : CallSite.Unknown;
        var of = moments.Where(m => m.Agent.Name == leaving.Agent && m.Index < index).ToList();
        if (!site.IsKnown)
            site = of.Count > 0 ? of[^1].Own : CallSite.Unknown;
        if (!site.IsKnown)
            return null;
        var before = of.FindLast(m => m.Own != site);
        return new Between(BetweenKind.Ended, ProcessLabel.Of(trace.Steps[index].Before, leaving.Agent), before?.Own ?? StartOf(leaving.Agent) ?? site, site);
    }

    private Between? LeftBehind()
    {
        var left = KernelRules.LeftBehind(End);
        if (left.Count == 0 || StartOf(left[0].Name) is not { } start)
            return Broken(trace.Steps.Count);
        var parent = moments.FindLast(m => m.Agent.Name == left[0].Parent && m.Index < trace.Steps.Count && m.Own != start);
        return new Between(BetweenKind.Wrong, ProcessLabel.Of(End, left[0].Parent ?? Names.Root), start, parent is { } last && last.Own.Line > start.Line ? last.Own : start);
    }

    private CallSite? StartOf(string agent) =>
        moments.FirstOrDefault(m => m.Index < trace.Steps.Count && trace.Steps[m.Index].Events.OfType<ProcessStarted>().Any(s => s.Child == agent))?.Own;

    private Moment? Before(Moment at) => moments.FindLast(m => m.Index < at.Index && m.Agent.Name == at.Agent.Name && m.Own != at.Own)
        ?? moments.Find(m => m.Index < at.Index && trace.Steps[m.Index].Events.OfType<ProcessStarted>().Any(s => s.Child == at.Agent.Name));

    private List<Moment> After(Moment at) => [.. moments.Where(m => m.Index > at.Index && m.Index <= trace.Steps.Count && m.Agent.Name == at.Agent.Name)];

    /// <summary>The same, with the steps that its lines are met in, the last of each; what is only waited for is none.</summary>
    private Between? WithSteps(Between? found)
    {
        if (found is not { FirstStep: null, SecondStep: null, OtherStep: null })
            return found;
        var second = Last(found.Process, found.Second, trace.Steps.Count);
        var first = Last(found.Process, found.First, second?.Index ?? trace.Steps.Count) ?? second;
        var other = found is { Other: { } who, At: { } where } ? Last(who, where, trace.Steps.Count) : null;
        return found with { FirstStep = NumberOf(first), SecondStep = NumberOf(second), OtherStep = NumberOf(other) };

        Moment? Last(string process, CallSite at, int before) => moments.FindLast(m => m.Index < before && m.Own == at && Label(m.Agent) == process);

        int? NumberOf(Moment? moment) => moment is null ? null : ToldEvents.NumberOf(trace, moment.Index);
    }

    private static Between Of(BetweenKind kind, AgentState agent, CallSite first, CallSite second) => new(kind, Label(agent), first, second);

    private static string Label(AgentState agent) => ProcessLabel.Of(agent);
}
