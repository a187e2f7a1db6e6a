namespace ExerciseKit.Tests.Model;

/// <summary>An event: up or down, those who wait for it, and those who were there when it last went up and have not gone yet.</summary>
internal sealed record SignalThing(bool IsUp, string Waiting = "", string Called = "") : Thing
{
    public override string ToString() => $"{(IsUp ? "up" : "down")}, waiting [{Waiting}], called [{Called}]";

    public static string With(string names, params string[] more) =>
        string.Join(' ', names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Union(more).Order(StringComparer.Ordinal));

    public static string Without(string names, string name) => string.Join(' ', names.Split(' ').Where(n => n != name));

    public static bool Has(string names, string name) => names.Split(' ').Contains(name);
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
        if (world.Things.GetValueOrDefault(Name) is not SignalThing thing)
            return Result.Misuse;
        world.Things[Name] = IsUp
            ? new SignalThing(IsUp: true, "", SignalThing.With(thing.Called, thing.Waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            : thing with { IsUp = false };
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

    public override bool CanHappen(World world, Actor me) => world.Things.GetValueOrDefault(Name) is not SignalThing { IsUp: false } thing
        || SignalThing.Has(thing.Called, me.Name)
        || (Seconds != 0 && !SignalThing.Has(thing.Waiting, me.Name));

    /// <summary>Goes on, or begins to wait.</summary>
    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Name) is not SignalThing thing)
            return Result.Misuse;
        if (!thing.IsUp && !SignalThing.Has(thing.Called, me.Name))
        {
            world.Things[Name] = thing with { Waiting = SignalThing.With(thing.Waiting, me.Name) };
            return null;
        }

        Leave(world, thing, me);
        return Result.Yes;
    }

    public override void RunOut(World world, Actor me) => Leave(world, (SignalThing)world.Things[Name], me);

    private void Leave(World world, SignalThing thing, Actor me) =>
        world.Things[Name] = thing with { Waiting = SignalThing.Without(thing.Waiting, me.Name), Called = SignalThing.Without(thing.Called, me.Name) };
}
