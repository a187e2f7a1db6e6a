namespace ExerciseKit.Tests.Model;

/// <summary>A lock; not owned, so that anybody may release it.</summary>
internal sealed record LockThing(string? Holder) : Thing
{
    public override string ToString() => Holder is null ? "free" : $"held by {Holder}";
}

internal sealed record CreateLock(string Name) : CreateStep(Name)
{
    protected override Thing New => new LockThing(Holder: null);
}

internal sealed record Acquire(string Name, int? Seconds = null) : Step
{
    internal override int? Patience => Seconds;

    public override bool CanHappen(World world, Actor me) => HolderIn(world) is null;

    public override Result? Happen(World world, Actor me)
    {
        if (!world.Things.ContainsKey(Name))
            return Result.Misuse;
        world.Things[Name] = new LockThing(me.Name);
        return Result.Yes;
    }

    public override IEnumerable<string> HeldBy(World world, Actor me) => HolderIn(world) is { } holder ? [holder] : [];

    private string? HolderIn(World world) => (world.Things.GetValueOrDefault(Name) as LockThing)?.Holder;
}

internal sealed record Release(string Name) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Name) is not LockThing { Holder: not null })
            return Result.Misuse;
        world.Things[Name] = new LockThing(Holder: null);
        return Result.Nothing;
    }
}
