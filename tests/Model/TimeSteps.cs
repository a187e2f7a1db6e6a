namespace ExerciseKit.Tests.Model;

/// <summary>A sleep: in strict time until it is over, in loose time a mere yield.</summary>
internal sealed record Pause(int Seconds) : Step
{
    internal override int? RingsAfter => Seconds;

    public override bool CanHappen(World world, Actor me) => world.Tier == Tier.Loose || me.RingsAt <= world.Now;

    public override Result? Happen(World world, Actor me)
    {
        if (world.Tier == Tier.Loose)
            me.OwnTime += Seconds;
        return Result.Nothing;
    }
}

/// <summary>A clock tells the time; in loose time the process's own sleeps and time-outs, and its parent's up to the start.</summary>
internal sealed record LookAtClock : Step
{
    public override Result? Happen(World world, Actor me) => Result.Number(world.Tier == Tier.Loose ? me.OwnTime : world.Now);
}
