namespace ExerciseKit.Tests.Model;

/// <summary>A gate that opens when enough stand before it, for those.</summary>
internal sealed record BarrierThing(int Needed, string Waiting) : Thing
{
    public IEnumerable<string> Names => Waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"for {Needed}, before it [{Waiting}]";
}

internal sealed record CreateBarrierOf(string Name, int Needed) : CreateStep(Name)
{
    protected override Thing New => new BarrierThing(Needed, "");
}

/// <summary>Comes to the barrier, and waits before it.</summary>
internal sealed record Meet(string Name) : Composite
{
    public override IReadOnlyList<Statement> Unfold(Result last) => [new ComeToBarrier(Name) { Line = Line }, new LeaveBarrier(Name) { Line = Line }];
}

internal sealed record ComeToBarrier(string Name) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Name) is not BarrierThing barrier)
            return Result.Misuse;
        var there = barrier.Names.Append(me.Name).Order(StringComparer.Ordinal).ToList();
        world.Things[Name] = barrier with { Waiting = there.Count < barrier.Needed ? string.Join(' ', there) : "" };
        return Result.Nothing;
    }
}

internal sealed record LeaveBarrier(string Name) : Step
{
    public override bool CanHappen(World world, Actor me) => world.Things.GetValueOrDefault(Name) is not BarrierThing barrier || !barrier.Names.Contains(me.Name);

    public override Result? Happen(World world, Actor me) => world.Things.ContainsKey(Name) ? Result.Nothing : Result.Misuse;
}
