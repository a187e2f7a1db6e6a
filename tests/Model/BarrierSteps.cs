namespace ExerciseKit.Tests.Model;

/// <summary>A gate that opens when enough stand before it, for those; none may come before all of them have gone.</summary>
internal sealed record BarrierThing(int Needed, string There, string Mood) : Thing
{
    public const string Gathering = "gathering";
    public const string Open = "open";
    public const string Clearing = "clearing";
    public const string Smashed = "smashed";

    public string[] Names => There.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"{Mood} for {Needed}, before it [{There}]";

    public static BarrierThing Of(int needed, IEnumerable<string> names, string mood)
    {
        var there = string.Join(' ', names.Order(StringComparer.Ordinal));
        return new BarrierThing(needed, there, there.Length == 0 && mood is (Open or Clearing) ? Gathering : mood);
    }
}

internal sealed record CreateBarrierOf(string Name, int Needed) : CreateStep(Name)
{
    protected override Thing New => BarrierThing.Of(Needed, [], BarrierThing.Gathering);
}

/// <summary>Comes to the barrier, and waits before it, unless it is smashed.</summary>
internal sealed record Meet(string Name, int? Seconds = null, bool HasCome = false) : Composite
{
    internal override string Progress => HasCome ? "has come" : "";

    public override IReadOnlyList<Statement> Unfold(Result last) => (HasCome, last.Kind) switch
    {
        (false, _) => [new ComeToBarrier(Name) { Line = Line }, this with { HasCome = true }],
        (true, ResultKind.Broken) => [],
        _ => [new LeaveBarrier(Name, Seconds) { Line = Line }],
    };
}

/// <summary>A step at a barrier that there is.</summary>
internal abstract record BarrierStep(string Name) : Step
{
    public sealed override bool CanHappen(World world, Actor me) => Find(world) is not { } barrier || CanHappenAt(barrier, me.Name);

    public sealed override Result? Happen(World world, Actor me)
    {
        if (Find(world) is not { } barrier)
            return Result.Misuse;
        var (result, after) = Do(barrier, me.Name);
        world.Things[Name] = after;
        return result;
    }

    protected virtual bool CanHappenAt(BarrierThing barrier, string me) => true;

    protected abstract (Result Result, BarrierThing After) Do(BarrierThing barrier, string me);

    protected BarrierThing? Find(World world) => world.Things.GetValueOrDefault(Name) as BarrierThing;
}

internal sealed record ComeToBarrier(string Name) : BarrierStep(Name)
{
    public override IEnumerable<string> HeldBy(World world, Actor me) => Find(world)!.Names;

    protected override bool CanHappenAt(BarrierThing barrier, string me) => barrier.Mood is BarrierThing.Gathering or BarrierThing.Smashed;

    protected override (Result Result, BarrierThing After) Do(BarrierThing barrier, string me)
    {
        if (barrier.Mood == BarrierThing.Smashed)
            return (Result.Broken, barrier);
        var isLast = barrier.Names.Length == barrier.Needed - 1;
        return (Result.Nothing, BarrierThing.Of(barrier.Needed, isLast ? barrier.Names : [.. barrier.Names, me], isLast ? BarrierThing.Open : barrier.Mood));
    }
}

internal sealed record LeaveBarrier(string Name, int? Seconds = null) : BarrierStep(Name)
{
    internal override int? Patience => Seconds;

    internal override Result OutOfPatience => Result.Broken;

    public override void RunOut(World world, Actor me) =>
        world.Things[Name] = BarrierThing.Of(Find(world)!.Needed, Find(world)!.Names.Except([me.Name]), BarrierThing.Smashed);

    protected override bool CanHappenAt(BarrierThing barrier, string me) => barrier.Mood != BarrierThing.Gathering || !barrier.Names.Contains(me);

    protected override (Result Result, BarrierThing After) Do(BarrierThing barrier, string me)
    {
        var isThrough = barrier.Mood == BarrierThing.Open || !barrier.Names.Contains(me);
        return (isThrough ? Result.Nothing : Result.Broken, BarrierThing.Of(barrier.Needed, barrier.Names.Except([me]), barrier.Mood));
    }
}

internal sealed record SmashBarrier(string Name) : BarrierStep(Name)
{
    protected override (Result Result, BarrierThing After) Do(BarrierThing barrier, string me) => (Result.Nothing, barrier with { Mood = BarrierThing.Smashed });
}

internal sealed record ClearBarrier(string Name) : BarrierStep(Name)
{
    protected override (Result Result, BarrierThing After) Do(BarrierThing barrier, string me) =>
        (Result.Nothing, barrier.Mood == BarrierThing.Open ? barrier : BarrierThing.Of(barrier.Needed, barrier.Names, BarrierThing.Clearing));
}

internal sealed record CountAtBarrier(string Name) : BarrierStep(Name)
{
    protected override (Result Result, BarrierThing After) Do(BarrierThing barrier, string me) =>
        (Result.Number(barrier.Mood == BarrierThing.Gathering ? barrier.Names.Length : 0), barrier);
}

internal sealed record AskSmashed(string Name) : BarrierStep(Name)
{
    protected override (Result Result, BarrierThing After) Do(BarrierThing barrier, string me) => (Result.Of(barrier.Mood == BarrierThing.Smashed), barrier);
}
