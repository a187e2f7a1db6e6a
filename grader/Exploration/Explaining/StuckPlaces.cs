using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Finds where processes come to wait for ever.</summary>
internal sealed class StuckPlaces(Story story)
{
    private readonly IReadOnlyList<Wait> waits = [.. KernelRules.Blocked(story.End).Where(w => story.Own(w.Site).IsKnown)];

    /// <summary>Where they wait, and what for.</summary>
    public Between? Find()
    {
        if (waits.Count == 0)
            return null;
        return KeptByTheEnded() ?? Circle() ?? new BrokenPlaces(story).Interrupted(story.Length) ?? EndedFromOutside() ?? Kept() ?? NotGiven() ?? Anything();
    }

    /// <summary>Somebody has ended with what another waits for still in his hands.</summary>
    public Between? KeptByTheEnded()
    {
        foreach (var wait in waits.Where(w => Story.IsLock(w.Operation) || w.Operation is ReacquireLock))
        {
            var thing = ((ObjectOperation)wait.Operation).Object;
            foreach (var holder in story.End.Agents.Values.ToArray().Where(a => a.Name != wait.Agent && (!a.IsAlive || a.Pending is EndProcess)))
            {
                if (story.Held(holder.Name, story.Length).LastOrDefault(m => Story.Thing(m) == thing) is { } taken)
                {
                    var last = story.Killed() is { Victim: var victim, By: { } by } && victim == holder.Name ? by : story.Last(holder.Name) ?? taken;
                    return With(Story.Between(BetweenKind.Stuck, taken.Agent, taken.Own, last.Own), wait);
                }
            }
        }

        return null;
    }

    /// <summary>Two that hold what the other wants: each has taken one before it asks for the next.</summary>
    private Between? Circle()
    {
        foreach (var wait in waits)
        {
            var wanted = waits.Where(other => other.HeldBy.Contains(wait.Agent)).Select(other => other.Operation).OfType<ObjectOperation>().Select(o => o.Object).ToHashSet();
            var taken = story.Moments.FindLast(m => m.Agent.Name == wait.Agent && m.Index < story.Length && wanted.Contains(Story.Thing(m)) && Story.IsLock(m.Operation));
            if (taken is null)
                continue;
            var other = wait.HeldBy.Count > 0 ? waits.FirstOrDefault(w => w.Agent == wait.HeldBy[0]) : null;
            var found = Story.Between(BetweenKind.Stuck, taken.Agent, taken.Own, story.Own(wait.Site));
            return other is null ? found : With(found, other);
        }

        return null;
    }

    /// <summary>Who could have let another go on was ended.</summary>
    private Between? EndedFromOutside()
    {
        if (story.Killed() is not { } killed || Victim() is not { } wait)
            return null;
        if (killed.By is { } by)
            return Story.Between(BetweenKind.Stuck, by.Agent, by.Own, story.Own(wait.Site));
        // A daemon goes with its parent.
        return story.FlaggedAt(killed.Victim) is { } flagged && story.Last(Names.Root) is { } last ? Story.Between(BetweenKind.Stuck, last.Agent, flagged, last.Own) : null;
    }

    /// <summary>Who keeps what is waited for should have given it back, closed it or made a line of it.</summary>
    private Between? Kept()
    {
        if (Victim() is not { HeldBy.Count: > 0 } wait || wait.Operation is JoinProcess or EndProcess or JoinPool)
            return null;
        // A pipe's other end in one's own hands.
        if (wait.HeldBy.Contains(wait.Agent) && story.MadeAt(wait.Agent) is { } made)
            return Story.Between(BetweenKind.Stuck, story.End.Agents[wait.Agent]!, made, story.Own(wait.Site));
        var holder = wait.HeldBy.FirstOrDefault(h => waits.Any(w => w.Agent == h)) ?? wait.HeldBy[0];
        if (waits.FirstOrDefault(w => w.Agent == holder) is { } held)
        {
            var before = story.Last(holder);
            return With(Story.Between(BetweenKind.Stuck, story.End.Agents[holder]!, wait.HeldBy.Count > 0 && held.Operation is ReceiveMessage ? story.Own(wait.Site) : before?.Own ?? story.Own(held.Site), story.Own(held.Site)), wait);
        }

        return story.Last(holder) is { } last ? With(Story.Between(BetweenKind.Stuck, last.Agent, (story.Before(last) ?? last).Own, last.Own), wait) : null;
    }

    /// <summary>What is waited for was given elsewhere, or too rarely, or not at all.</summary>
    private Between? NotGiven()
    {
        if (Victim() is not { } wait)
            return null;
        var own = story.Own(wait.Site);
        var thing = wait.Operation is ObjectOperation of ? of.Object : "";
        Func<Operation, bool>? gives = wait.Operation switch
        {
            GetItem => o => o is PutItem,
            AwaitEvent => o => o is SetEvent,
            AwaitNotification => o => o is NotifyWaiters,
            AcquireSemaphore => o => o is ReleaseSemaphore,
            ReceiveMessage => o => o is SendMessage,
            JoinQueue => o => o is FinishTask,
            TakeTask or AwaitTask => o => o is SubmitTask,
            _ => null,
        };
        if (gives is null)
        {
            // An item that nobody takes keeps its process from ending.
            if (wait.Operation is EndProcess && story.Moments.FindLast(m => m.Agent.Name == wait.Agent && m.Operation is PutItem) is { } put && waits.FirstOrDefault(w => w.Agent == Names.Root) is { } first)
                return With(Story.Between(BetweenKind.Stuck, story.End.Agents[Names.Root]!, story.Own(first.Site), put.Own), wait);
            return null;
        }

        // An attempt that the one made who should have come to it says more than that it did not.
        var given = story.Moments.FindLast(m => m.Index < story.Length && m.Agent.Name != wait.Agent && gives(m.Operation) && Story.Thing(m) == thing)
            ?? story.Moments.FindLast(m => m.Index < story.Length && m.Agent.Name != wait.Agent && gives(m.Operation));
        if (wait.Operation is JoinQueue && story.Moments.FindLast(m => m.Index < story.Length && m.Operation is GetItem && Story.Thing(m) == thing) is { } got)
            return With(Story.Between(BetweenKind.Stuck, got.Agent, got.Own, (story.Last(got.Agent.Name) ?? got).Own), wait);
        // Given to another thing that the same process made: what it handed to whom is mixed up.
        if (given is not null && Story.Thing(given) is var other && other != thing && Maker(other) == Maker(thing) && story.MadeAt(wait.Agent == Names.Root ? given.Agent.Name : wait.Agent) is { } made)
            return Story.Between(BetweenKind.Stuck, story.End.Agents[wait.Agent]!, made, own);
        // What children give each other is there: their parent waits for those who never end, or has not told them that nothing more comes.
        if (wait.Operation is GetItem && wait.Agent != Names.Root && given is not null && given.Agent.Name != Names.Root && Story.Thing(given) == thing
            && waits.FirstOrDefault(w => w.Agent == Names.Root) is { } joins && story.StartOf(wait.Agent) is { } start)
            return With(Story.Between(BetweenKind.Stuck, start.Agent, start.Own, story.Own(joins.Site)), wait);
        if (given is not null)
            return With(Story.Between(BetweenKind.Stuck, given.Agent, given.Own, own), wait);
        if (story.MakingOf(thing) is { } making && wait.Operation is AcquireSemaphore)
            return Story.Between(BetweenKind.Stuck, story.End.Agents[wait.Agent]!, making, own);
        // Nobody has even tried: who waits for the end of processes, or has come to his own, should have.
        var root = waits.FirstOrDefault(w => w.Agent == Names.Root && w.Agent != wait.Agent);
        var last = story.Moments.FindLast(m => m.Index < story.Length && m.Agent.Name != wait.Agent && m.HandsOn) ?? story.Last(Names.Root);
        return root is not null && wait.Operation is GetItem
            ? With(Story.Between(BetweenKind.Stuck, story.End.Agents[Names.Root]!, story.Last(Names.Root)?.Own ?? story.Own(root.Site), story.Own(root.Site)), wait)
            : last is null ? null : Story.Between(BetweenKind.Stuck, story.End.Agents[wait.Agent]!, last.Own, own);
    }

    private Between? Anything()
    {
        var wait = Victim() ?? waits[0];
        var own = story.Own(wait.Site);
        var before = story.Moments.FindLast(m => m.Agent.Name == wait.Agent && m.Index < story.Length && m.Own != own);
        return new Between(BetweenKind.Stuck, ProcessLabel.Of(story.End, wait.Agent), before?.Own ?? story.MadeAt(wait.Agent) ?? own, own);
    }

    /// <summary>Who waits for something, and not only for others to end.</summary>
    private Wait? Victim() => waits.FirstOrDefault(w => w.Agent == Names.Root && w.Operation is not (JoinProcess or EndProcess or JoinPool))
        ?? waits.FirstOrDefault(w => w.Operation is not (JoinProcess or EndProcess or JoinPool)) ?? waits.FirstOrDefault(w => w.Operation is EndProcess && w.Agent != Names.Root) ?? (waits.Count > 0 ? waits[0] : null);

    private static string Maker(string thing) => thing.Split('~')[0];

    private Between With(Between found, Wait other) => found with
    {
        Other = ProcessLabel.Of(story.End, other.Agent),
        At = story.Own(other.Site),
        Does = other.Operation.Describe(),
    };
}
