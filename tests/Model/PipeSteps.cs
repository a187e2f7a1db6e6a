using System.Collections.Immutable;

namespace ExerciseKit.Tests.Model;

/// <summary>A message in a pipe.</summary>
/// <param name="Text">What an object says; the length of bytes.</param>
/// <param name="End">The pipe end in it; null for none.</param>
/// <param name="IsBytes">Whether it is bytes.</param>
internal sealed record PipedMessage(string Text, string? End, bool IsBytes)
{
    public override string ToString() => $"{(IsBytes ? "bytes " : "")}{Text}{(End is null ? "" : "=" + End)}";
}

/// <summary>One end of a pipe.</summary>
internal sealed record EndThing(string Other, bool Sends, bool Receives, bool IsSpoilt, ImmutableSortedSet<string> Owners, ImmutableList<PipedMessage> Inbox) : Thing
{
    public static EndThing At(string other, bool sends, bool receives) =>
        new(other, sends, receives, IsSpoilt: false, ImmutableSortedSet.Create<string>(StringComparer.Ordinal), []);

    public static EndThing? Find(World world, string name) => world.Things.GetValueOrDefault(name) as EndThing;

    public static bool Has(World world, string name, string process) => Find(world, name)?.Owners.Contains(process) == true;

    public static void Give(World world, string name, string process)
    {
        if (Find(world, name) is { } end)
            world.Things[name] = end with { Owners = end.Owners.Add(process) };
    }

    /// <summary>Whether anybody can ever use this end again.</summary>
    public static bool IsAlive(World world, string name) => Alive(world).Contains(name);

    /// <summary>The dead own nothing, and what nobody can read is not there.</summary>
    public static void DropWhatNobodyHas(World world)
    {
        foreach (var (name, thing) in world.Things.ToArray())
        {
            if (thing is EndThing end)
                world.Things[name] = end with { Owners = end.Owners.Where(o => world.Actors[o].IsAlive).ToImmutableSortedSet(StringComparer.Ordinal) };
        }

        var alive = Alive(world);
        foreach (var (name, thing) in world.Things.ToArray())
        {
            if (thing is EndThing end && !alive.Contains(name))
                world.Things[name] = end with { Inbox = [] };
        }
    }

    /// <summary>From what living processes own and queues hold, through what can be read with that, to what can be read then.</summary>
    private static HashSet<string> Alive(World world)
    {
        var ends = world.Things.Where(t => t.Value is EndThing).ToDictionary(t => t.Key, t => (EndThing)t.Value);
        var alive = ends.Where(e => !e.Value.Owners.IsEmpty).Select(e => e.Key).ToHashSet();
        alive.UnionWith(world.Things.Values.OfType<QueueThing>().SelectMany(q => q.Items).Select(i => i.End).OfType<string>());
        for (var count = -1; count != alive.Count;)
        {
            count = alive.Count;
            alive.UnionWith(alive.ToArray().SelectMany(name => ends[name].Inbox).Select(m => m.End).OfType<string>());
        }

        return alive;
    }

    public override string ToString() =>
        $"end of {Other}{(Sends ? " sends" : "")}{(Receives ? " receives" : "")}{(IsSpoilt ? " spoilt" : "")} of {string.Join(", ", Owners)} [{string.Join(", ", Inbox)}]";
}

/// <summary>Makes a pipe; the name is its left end's.</summary>
internal sealed record MakePipe(string Name, string Right, bool IsDuplex) : CreateStep(Name)
{
    internal override IEnumerable<string> Names => [Name, Right];

    protected override Thing New => EndThing.At(Right, sends: IsDuplex, receives: true);

    public override Result? Happen(World world, Actor me)
    {
        if (base.Happen(world, me) is { IsRefusal: true } refusal)
            return refusal;
        world.Things[Right] = EndThing.At(Name, sends: true, receives: IsDuplex);
        foreach (var end in Names)
            EndThing.Give(world, end, me.Name);
        return Result.Nothing;
    }
}

/// <summary>A step at an end; without one, or with one that it has closed, the process is refused at once.</summary>
internal abstract record PipeStep(string End) : Step
{
    public sealed override bool CanHappen(World world, Actor me) =>
        EndThing.Find(world, End) is not { } end || !end.Owners.Contains(me.Name) || CanHappenAt(end, world);

    public sealed override Result? Happen(World world, Actor me) => EndThing.Find(world, End) switch
    {
        null => Result.Misuse,
        var end when !end.Owners.Contains(me.Name) => new(ResultKind.Closed),
        var end => HappenAt(end, world, me),
    };

    protected virtual bool CanHappenAt(EndThing end, World world) => true;

    protected abstract Result HappenAt(EndThing end, World world, Actor me);
}

/// <summary>Sends an object, perhaps with a pipe's end in it; or as many bytes as the text says.</summary>
internal sealed record Send(string End, string Text, string? Given = null, bool IsBytes = false) : PipeStep(End)
{
    protected override Result HappenAt(EndThing end, World world, Actor me)
    {
        if (!end.Sends)
            return new(ResultKind.PipeUnusable);
        if (Given is not null && !EndThing.Has(world, Given, me.Name))
            return new(ResultKind.Closed);
        if (!EndThing.IsAlive(world, end.Other))
            return new(ResultKind.PipeUnusable);
        var other = EndThing.Find(world, end.Other)!;
        if (!other.IsSpoilt)
            world.Things[end.Other] = other with { Inbox = other.Inbox.Add(new PipedMessage(Text, Given, IsBytes)) };
        return Result.Nothing;
    }
}

/// <summary>A step that reads: possible when something is there to read, or can never come.</summary>
internal abstract record ReadStep(string End) : PipeStep(End)
{
    protected sealed override bool CanHappenAt(EndThing end, World world) =>
        !end.Receives || end.IsSpoilt || !end.Inbox.IsEmpty || !EndThing.IsAlive(world, end.Other);

    protected sealed override Result HappenAt(EndThing end, World world, Actor me) =>
        end.Receives && !end.IsSpoilt ? ReadAt(end, world, me) : new(ResultKind.PipeUnusable);

    protected abstract Result ReadAt(EndThing end, World world, Actor me);

    public override IEnumerable<string> HeldBy(World world, Actor me) =>
        EndThing.Find(world, End) is { } end ? EndThing.Find(world, end.Other)!.Owners : [];
}

internal sealed record Receive(string End, bool IsBytes = false, int? AtMost = null) : ReadStep(End)
{
    protected override Result ReadAt(EndThing end, World world, Actor me)
    {
        if (end.Inbox.IsEmpty)
            return new(ResultKind.StreamEnded);
        var message = end.Inbox[0];
        if (message.IsBytes != IsBytes)
            return Result.Misuse;
        if (IsBytes && int.Parse(message.Text) > AtMost)
        {
            world.Things[End] = end with { IsSpoilt = true, Inbox = [], Owners = end.Sends ? end.Owners : end.Owners.Remove(me.Name) };
            return new(ResultKind.PipeUnusable);
        }

        world.Things[End] = end with { Inbox = end.Inbox.RemoveAt(0) };
        if (message.End is { } given)
            EndThing.Give(world, given, me.Name);
        return new(ResultKind.Text, message.Text);
    }
}

internal sealed record Poll(string End, int? Seconds) : ReadStep(End)
{
    internal override int? Patience => Seconds;

    protected override Result ReadAt(EndThing end, World world, Actor me) => Result.Yes;
}

/// <summary>Closes the process's copy; nothing happens where it has none.</summary>
internal sealed record CloseEnd(string End) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        if (EndThing.Find(world, End) is { } end)
            world.Things[End] = end with { Owners = end.Owners.Remove(me.Name) };
        return Result.Nothing;
    }
}
