using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Finds what keeps apart processes that should run side by side.</summary>
internal sealed class OrderPlaces(Story story)
{
    /// <summary>Where a schedule that never comes to what it should waits for too much.</summary>
    public Between? Find() => BetweenStarts() ?? BeforeItsLine() ?? WhereManyWait() ?? HeldOverASleep() ?? new BrokenPlaces(story).AtTheEnd();

    /// <summary>A wait of who starts others, with a start to come after it.</summary>
    public Between? BetweenStarts()
    {
        var all = story.Of(Names.Root).Where(m => IsWait(m.Operation) && story.After(m).Exists(later => later.Operation is StartProcess or SubmitTask)).ToList();
        if ((all.Find(m => m.Operation is JoinProcess or AwaitTask or QueryAlive) ?? all.FirstOrDefault()) is not { } waits)
            return null;
        var start = story.Of(Names.Root).LastOrDefault(m => m.Index < waits.Index && m.Operation is StartProcess or SubmitTask) ?? story.Before(waits);
        return Story.Between(BetweenKind.Ordered, waits.Agent, start?.Own ?? waits.Own, waits.Own);
    }

    /// <summary>The last wait of the first process before what others should not have to come before.</summary>
    private Between? BeforeItsLine()
    {
        if (story.Property?.Observer.Patterns is not [{ Who: Who.Root }, ..] || story.Evidence.FirstOrDefault(m => m.Agent.Name == Names.Root) is not { } line)
            return null;
        var waits = story.Of(Names.Root).Where(m => m.Index < line.Index && IsWait(m.Operation)).ToList();
        var wait = waits.FindLast(m => m.Operation is not Sleep) ?? waits.LastOrDefault();
        return wait is null ? null : Story.Between(BetweenKind.Ordered, wait.Agent, wait.Own, line.Own);
    }

    /// <summary>What several processes had to wait for, or would have to: where it was made, and where they ask for it.</summary>
    private Between? WhereManyWait()
    {
        var asked = story.Done.Where(m => m.Agent.Name != Names.Root && (Story.IsLock(m.Operation) || m.Operation is AwaitEvent or ReceiveMessage or PassBarrier or GetItem or AwaitNotification)).ToList();
        var waited = asked.Where(story.HadToWait).ToList();
        var things = (waited.Count > 0 ? waited : asked.Where(m => Story.IsLock(m.Operation) || m.Operation is AwaitEvent))
            .GroupBy(Story.Thing)
            .OrderByDescending(of => Story.IsLock(of.First().Operation))
            .ThenByDescending(of => of.Select(m => m.Agent.Name).Distinct().Count());
        return things.FirstOrDefault()?.First() is { } wait
            ? Story.Between(BetweenKind.Ordered, wait.Agent, story.MakingOf(Story.Thing(wait)) ?? wait.Own, wait.Own)
            : null;
    }

    /// <summary>The longest that somebody holds what others wait for.</summary>
    private Between? HeldOverASleep()
    {
        foreach (var take in story.Done.Where(m => Story.IsLock(m.Operation)))
        {
            if (story.After(take).Find(m => m.Operation is ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore) is { } give && story.Of(take.Agent.Name).Any(m => m.Index > take.Index && m.Index < give.Index && m.Operation is Sleep))
                return Story.Between(BetweenKind.Ordered, take.Agent, story.MakingOf(Story.Thing(take)) ?? take.Own, take.Own);
        }

        return null;
    }

    public static bool IsWait(Operation operation) => operation is JoinProcess or AcquireLock or AcquireSemaphore or AcquireReentrantLock or AwaitEvent or JoinQueue or JoinPool or AwaitTask or GetItem or PutItem or ReceiveMessage or QueryAlive
        or Sleep { IsStart: false };
}
