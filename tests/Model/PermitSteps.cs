namespace ExerciseKit.Tests.Model;

/// <summary>A stock of permits, with or without room for more.</summary>
internal sealed record PermitsThing(int Left, int? Room) : Thing
{
    public override string ToString() => $"{Left} permits, room for {Room}";
}

internal sealed record CreatePermits(string Name, int Initial, int? Maximum = null) : CreateStep(Name)
{
    protected override Thing New => new PermitsThing(Initial, Maximum - Initial);
}

internal sealed record TakePermit(string Name, int? Seconds = null) : Step
{
    internal override int? Patience => Seconds;

    public override bool CanHappen(World world, Actor me) => world.Things.GetValueOrDefault(Name) is not PermitsThing { Left: 0 };

    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Name) is not PermitsThing thing)
            return Result.Misuse;
        world.Things[Name] = new PermitsThing(thing.Left - 1, thing.Room + 1);
        return Result.Yes;
    }
}

internal sealed record GivePermit(string Name) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Name) is not PermitsThing thing)
            return Result.Misuse;
        if (thing.Room == 0)
            return new(ResultKind.Full);
        world.Things[Name] = new PermitsThing(thing.Left + 1, thing.Room - 1);
        return Result.Nothing;
    }
}
