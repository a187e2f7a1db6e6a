namespace ExerciseKit.Tests.Model;

/// <summary>A process's own end: its daemon children are terminated, all children are waited for, then its exit code is set.</summary>
internal abstract record EndStep : Step
{
    internal abstract int ExitCode { get; }

    public override bool CanHappen(World world, Actor me) => !me.IsLeaving || IsDone(world, me);

    public override Result? Happen(World world, Actor me)
    {
        if (!me.IsLeaving)
        {
            me.IsLeaving = true;
            world.FlushLines(me);
            foreach (var child in Children(world, me).Where(c => c.IsDaemon))
                World.Condemn(child, Terminate.Code);
        }

        if (IsDone(world, me))
            me.EndWith(ExitCode);
        return null;
    }

    public override IEnumerable<string> HeldBy(World world, Actor me) => Children(world, me).Select(c => c.Name);

    private static bool IsDone(World world, Actor me) => !Children(world, me).Any() && !QueueThing.HoldsItems(world, me.Name);

    private static IEnumerable<Actor> Children(World world, Actor me) => world.Living.Where(a => a.Parent == me.Name);
}

/// <summary>The method returns.</summary>
internal sealed record Return : EndStep
{
    internal override int ExitCode => 0;
}

/// <summary>An exception leaves the method.</summary>
internal sealed record Throw : EndStep
{
    internal override int ExitCode => 1;
}

/// <summary>Environment.Exit.</summary>
internal sealed record Exit(int Code) : EndStep
{
    internal override int ExitCode => Code;
}
