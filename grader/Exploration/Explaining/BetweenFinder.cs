using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Finds the two lines of the student's own code between which a schedule goes wrong.</summary>
/// <param name="trace">The schedule that breaks something.</param>
/// <param name="isOwn">Whether a file is the student's own.</param>
/// <param name="property">What it breaks; null where a fault by itself does.</param>
/// <param name="found">What was found instead, in words; null where nothing was.</param>
public sealed class BetweenFinder(Trace trace, Func<string, bool> isOwn, Property? property = null, LocalizedText? found = null)
{
    private readonly Story story = new(trace, property, found, isOwn);

    /// <summary>Where it goes wrong.</summary>
    /// <param name="verdict">What came of it.</param>
    /// <param name="step">The index of the step that broke a property; the number of steps where only the end did, or a fault by itself.</param>
    /// <returns>Null where no step stands in the student's code.</returns>
    public Between? Find(Verdict verdict, int step)
    {
        if (trace.Steps.Count == 0 || story.Moments.Count == 0)
            return null;
        var broken = new BrokenPlaces(story);
        return WithSteps(verdict switch
        {
            Verdict.Deadlock => new StuckPlaces(story).Find(),
            Verdict.Livelock or Verdict.Hang => Round(),
            Verdict.Crash or Verdict.Limit => Ended() ?? broken.Find(step),
            Verdict.Leak => LeftBehind() ?? broken.Find(step),
            _ => broken.Find(step),
        });
    }

    /// <summary>Where a schedule keeps apart what should run side by side.</summary>
    public Between? Ordered() => trace.Steps.Count == 0 || story.Moments.Count == 0 ? null : WithSteps(new OrderPlaces(story).Find());

    private Between? Round()
    {
        var last = story.Done.LastOrDefault();
        if (last is null)
            return null;
        // Who waits for what an ended process has kept is what the others go round for.
        if (new StuckPlaces(story).KeptByTheEnded() is { } kept)
            return kept;
        // Back to where it was at the same line before: that is one round. A trace that ends in its first one has but the line.
        var before = story.Of(last.Agent.Name).Where(m => m.Index < last.Index).Reverse().ToList();
        var round = before.FindIndex(m => m.Own == last.Own) is >= 0 and var length ? before.Take(length).Prepend(last).ToList() : [last];
        // Who goes round and does something all the while is not at fault for it: somebody should have ended it, or waits for the wrong thing.
        if (round.Exists(m => m.HandsOn || m.Operation is SetEvent or ResetEvent) && new StuckPlaces(story).Find() is { } stuck)
            return stuck;
        var lines = round.Select(m => m.Own).Where(s => s.File == last.Own.File).ToList();
        return Story.Between(BetweenKind.Round, last.Agent, lines.MinBy(s => s.Line), lines.MaxBy(s => s.Line));
    }

    private Between? Ended()
    {
        var (leaving, index) = trace.Steps.Select((s, i) => (Leaving: s.Events.OfType<ProcessLeaving>().FirstOrDefault(l => l.End.Crash is not null), i)).LastOrDefault(l => l.Leaving is not null);
        if (leaving is null)
            return null;
        var of = story.Of(leaving.Agent).Where(m => m.Index < index).ToList();
        var site = leaving.End.Crash!.Site is { IsKnown: true } known ? story.Own(known) : CallSite.Unknown;
        if (!site.IsKnown)
            site = of.Count > 0 ? of[^1].Own : CallSite.Unknown;
        if (!site.IsKnown)
            return null;
        var agent = ProcessLabel.Of(trace.Steps[index].Before, leaving.Agent);
        // What was given back is gone the second time; what was refused was never there.
        var cause = of.FindLast(m => m.Operation is ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore or FinishTask && m.Own != site && of.Exists(c => c.Own == site && c.Operation.GetType() == m.Operation.GetType()))
            ?? story.Refused(leaving.Agent, index)
            // Who gave up and left is missed by those who go on.
            ?? story.End.Agents.Values.ToArray().Where(a => a.Name != leaving.Agent && !a.IsAlive).Select(a => story.Refused(a.Name, index)).FirstOrDefault(r => r is not null)
            ?? (of.Count > 0 && of[^1].Operation is SendMessage ? story.Done.LastOrDefault(m => m.Index < index && m.Agent.Name != leaving.Agent && m.Agent.Name != Names.Root && m.Operation is not EndProcess && story.End.Agents[m.Agent.Name] is not { IsAlive: true }) : null);
        var before = cause ?? of.FindLast(m => m.Own != site);
        return new Between(BetweenKind.Ended, agent, before?.Own ?? story.MadeAt(leaving.Agent) ?? site, site);
    }

    private Between? LeftBehind()
    {
        var left = KernelRules.LeftBehind(story.End);
        if (left.Count == 0 || story.StartOf(left[0].Name) is not { } start)
            return null;
        var last = story.Last(left[0].Parent ?? Names.Root) ?? start;
        return new Between(BetweenKind.Wrong, ProcessLabel.Of(story.End, left[0].Parent ?? Names.Root), start.Own, last.Own);
    }

    /// <summary>The same, with the steps that its lines are met in, the last of each; what is only waited for is none.</summary>
    private Between? WithSteps(Between? found)
    {
        if (found is not { FirstStep: null, SecondStep: null, OtherStep: null })
            return found;
        var second = Last(found.Process, found.Second, trace.Steps.Count);
        var first = Last(found.Process, found.First, second?.Index ?? trace.Steps.Count) ?? second;
        var other = found is { Other: { } who, At: { } where } ? Last(who, where, trace.Steps.Count) : null;
        return found with { FirstStep = story.NumberOf(first), SecondStep = story.NumberOf(second), OtherStep = story.NumberOf(other) };

        Moment? Last(string process, CallSite at, int before) => story.Moments.FindLast(m => m.Index < before && m.Own == at && ProcessLabel.Of(m.Agent) == process);
    }
}
