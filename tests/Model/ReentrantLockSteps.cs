namespace ExerciseKit.Tests.Model;

/// <summary>A lock with an owner, who may enter it again and must leave it as often.</summary>
internal sealed record ReentrantLockThing(string? Owner, int Times) : Thing
{
    public override string ToString() => Owner is null ? "free" : $"{Times} times held by {Owner}";
}

internal sealed record CreateReentrant(string Name) : CreateStep(Name)
{
    protected override Thing New => new ReentrantLockThing(Owner: null, 0);
}

internal sealed record Enter(string Name, int? Seconds = null) : Step
{
    internal override int? Patience => Seconds;

    public override bool CanHappen(World world, Actor me) => OwnerIn(world) is not { } owner || owner == me.Name;

    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Name) is not ReentrantLockThing thing)
            return Result.Misuse;
        world.Things[Name] = new ReentrantLockThing(me.Name, thing.Times + 1);
        return Result.Yes;
    }

    public override IEnumerable<string> HeldBy(World world, Actor me) => OwnerIn(world) is { } owner ? [owner] : [];

    private string? OwnerIn(World world) => (world.Things.GetValueOrDefault(Name) as ReentrantLockThing)?.Owner;
}

internal sealed record Leave(string Name) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Name) is not ReentrantLockThing thing || thing.Owner != me.Name)
            return Result.Misuse;
        world.Things[Name] = thing.Times == 1 ? new ReentrantLockThing(Owner: null, 0) : thing with { Times = thing.Times - 1 };
        return Result.Nothing;
    }
}
