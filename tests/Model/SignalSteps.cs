namespace ExerciseKit.Tests.Model;

/// <summary>An event: up or down.</summary>
internal sealed record SignalThing(bool IsUp) : Thing
{
    public override string ToString() => IsUp ? "up" : "down";
}

internal sealed record CreateSignal(string Name) : CreateStep(Name)
{
    protected override Thing New => new SignalThing(IsUp: false);
}

/// <summary>Puts the signal up or down, wherever it is.</summary>
internal sealed record PutSignal(string Name, bool IsUp) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        if (!world.Things.ContainsKey(Name))
            return Result.Misuse;
        world.Things[Name] = new SignalThing(IsUp);
        return Result.Nothing;
    }
}

internal sealed record AskSignal(string Name) : Step
{
    public override Result? Happen(World world, Actor me) =>
        world.Things.GetValueOrDefault(Name) is SignalThing thing ? Result.Of(thing.IsUp) : Result.Misuse;
}

internal sealed record AwaitSignal(string Name, int? Seconds = null) : Step
{
    internal override int? Patience => Seconds;

    public override bool CanHappen(World world, Actor me) => world.Things.GetValueOrDefault(Name) is not SignalThing { IsUp: false };

    public override Result? Happen(World world, Actor me) => world.Things.ContainsKey(Name) ? Result.Yes : Result.Misuse;
}
