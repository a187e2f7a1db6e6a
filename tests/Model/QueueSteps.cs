using System.Collections.Immutable;

namespace ExerciseKit.Tests.Model;

/// <summary>What stands in a queue.</summary>
/// <param name="Text">A letter; or <c>end</c> for a pipe's end.</param>
/// <param name="End">The pipe end that it is; null for a letter.</param>
/// <param name="Putter">Who put it, as long as the buffer has no room for it.</param>
internal sealed record QueuedItem(string Text, string? End, string? Putter)
{
    /// <summary>A letter in its quotes, or a handle in its braces.</summary>
    public int Length => End is null ? Text.Length + 2 : 13;

    public override string ToString() => $"{Text}{(End is null ? "" : "=" + End)}{(Putter is null ? "" : " of " + Putter)}";
}

/// <summary>A queue.</summary>
internal sealed record QueueThing(int? Capacity, int? Undone, ImmutableList<QueuedItem> Items) : Thing
{
    public bool IsFull => Capacity is { } most && Items.Count == most;

    /// <summary>A process that is dead takes along what the buffer had no room for.</summary>
    public static void LoseItemsOf(World world, string process)
    {
        foreach (var (name, queue) in world.Things.ToArray())
        {
            if (queue is QueueThing lost && world.Program.QueueBuffer is not null)
                world.Things[name] = lost.Holding(world, [.. lost.Items.Where(i => i.Putter != process)]);
        }
    }

    public static bool HoldsItems(World world, string process) =>
        world.Things.Values.OfType<QueueThing>().Any(q => q.Items.Exists(i => i.Putter == process));

    /// <summary>The queue with these items, of which the first fill the buffer.</summary>
    public QueueThing Holding(World world, ImmutableList<QueuedItem> items)
    {
        var room = world.Program.QueueBuffer ?? int.MaxValue;
        var fits = items.TakeWhile(i => (room -= i.Length) >= 0).Count();
        return this with { Items = [.. items.Take(fits).Select(i => i with { Putter = null }), .. items.Skip(fits)] };
    }

    public override string ToString() => $"queue {Capacity}/{Undone} [{string.Join(", ", Items)}]";
}

internal sealed record MakeQueue(string Name, int? Capacity, bool IsJoinable, bool HoldsEnds = false) : CreateStep(Name)
{
    protected override Thing New => new QueueThing(Capacity, IsJoinable ? 0 : null, []);
}

/// <summary>A step on a queue; on one that was never made it is a misuse, at once.</summary>
internal abstract record QueueStep(string Queue) : Step
{
    public sealed override bool CanHappen(World world, Actor me) => Find(world) is not { } queue || CanHappenTo(queue, world, me);

    public sealed override Result? Happen(World world, Actor me) => Find(world) is { } queue ? HappenTo(queue, world, me) : Result.Misuse;

    protected virtual bool CanHappenTo(QueueThing queue, World world, Actor me) => true;

    protected abstract Result HappenTo(QueueThing queue, World world, Actor me);

    private QueueThing? Find(World world) => world.Things.GetValueOrDefault(Queue) as QueueThing;
}

/// <summary>Puts a letter, or a pipe's end.</summary>
internal sealed record Put(string Queue, string Text, int? Seconds = null, string? End = null) : QueueStep(Queue)
{
    internal override int? Patience => Seconds;

    protected override bool CanHappenTo(QueueThing queue, World world, Actor me) => !queue.IsFull || !MayGive(world, me);

    protected override Result HappenTo(QueueThing queue, World world, Actor me)
    {
        if (!MayGive(world, me))
            return new(ResultKind.Closed);
        world.Things[Queue] = (queue with { Undone = queue.Undone + 1 }).Holding(world, queue.Items.Add(new QueuedItem(Text, End, me.Name)));
        return Result.Yes;
    }

    private bool MayGive(World world, Actor me) => End is null || EndThing.Has(world, End, me.Name);
}

internal sealed record Get(string Queue, int? Seconds = null) : QueueStep(Queue)
{
    internal override int? Patience => Seconds;

    protected override bool CanHappenTo(QueueThing queue, World world, Actor me) => !queue.Items.IsEmpty;

    protected override Result HappenTo(QueueThing queue, World world, Actor me)
    {
        var item = queue.Items[0];
        world.Things[Queue] = queue.Holding(world, queue.Items.RemoveAt(0));
        if (item.End is { } end)
            EndThing.Give(world, end, me.Name);
        return new(ResultKind.Text, item.Text);
    }
}

internal sealed record CountItems(string Queue) : QueueStep(Queue)
{
    protected override Result HappenTo(QueueThing queue, World world, Actor me) => Result.Number(queue.Items.Count);
}

internal sealed record AskEmpty(string Queue) : QueueStep(Queue)
{
    protected override Result HappenTo(QueueThing queue, World world, Actor me) => Result.Of(queue.Items.IsEmpty);
}

internal sealed record AskFull(string Queue) : QueueStep(Queue)
{
    protected override Result HappenTo(QueueThing queue, World world, Actor me) => Result.Of(queue.IsFull);
}

internal sealed record FinishOne(string Queue) : QueueStep(Queue)
{
    protected override Result HappenTo(QueueThing queue, World world, Actor me)
    {
        if (queue.Undone is null or 0)
            return Result.Misuse;
        world.Things[Queue] = queue with { Undone = queue.Undone - 1 };
        return Result.Nothing;
    }
}

internal sealed record JoinItems(string Queue) : QueueStep(Queue)
{
    protected override bool CanHappenTo(QueueThing queue, World world, Actor me) => queue.Undone is null or 0;

    protected override Result HappenTo(QueueThing queue, World world, Actor me) => queue.Undone is null ? Result.Misuse : Result.Nothing;
}
