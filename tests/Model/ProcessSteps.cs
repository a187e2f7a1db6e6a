namespace ExerciseKit.Tests.Model;

/// <summary>A step that a process does to a child of its own; done to anybody else it is a misuse, at once.</summary>
internal abstract record ChildStep(string Process) : Step
{
    public sealed override bool CanHappen(World world, Actor me) =>
        !IsMine(me) || !world.Actors.TryGetValue(Process, out var child) || CanHappenTo(child);

    public sealed override Result? Happen(World world, Actor me) =>
        !IsMine(me) ? Result.Misuse
        : world.Actors.TryGetValue(Process, out var child) ? HappenTo(child)
        : BeforeStart(world, me);

    protected virtual bool CanHappenTo(Actor child) => true;

    protected abstract Result HappenTo(Actor child);

    protected virtual Result BeforeStart(World world, Actor me) => Result.Misuse;

    private bool IsMine(Actor me) => Descent.IsChildOf(Process, me.Name);
}

internal sealed record Start(string Process) : ChildStep(Process)
{
    protected override Result HappenTo(Actor child) => Result.Misuse;

    protected override Result BeforeStart(World world, Actor me)
    {
        if (me.IsDaemon)
            return Result.Misuse;
        if (world.Living.Count() >= world.Program.MaxProcesses)
            return new(ResultKind.TooManyProcesses);
        if (!world.Program.Processes[Process].Ends.All(end => EndThing.Has(world, end, me.Name)))
            return new(ResultKind.Closed);
        world.Enter(Process, world.Program.Processes[Process].IsDaemon ?? me.IsDaemon, me.OwnTime);
        return Result.Nothing;
    }
}

internal sealed record Join(string Process, int? Seconds = null) : ChildStep(Process)
{
    internal override int? Patience => Seconds;

    public override IEnumerable<string> HeldBy(World world, Actor me) => [Process];

    protected override bool CanHappenTo(Actor child) => !child.IsAlive;

    protected override Result HappenTo(Actor child) => Result.Yes;
}

internal sealed record AskAlive(string Process) : ChildStep(Process)
{
    protected override Result HappenTo(Actor child) => Result.Of(child.IsAlive);

    protected override Result BeforeStart(World world, Actor me) => Result.No;
}

internal sealed record AskExitCode(string Process) : ChildStep(Process)
{
    protected override Result HappenTo(Actor child) => child.ExitCode is { } code ? Result.Number(code) : Result.Nothing;

    protected override Result BeforeStart(World world, Actor me) => Result.Nothing;
}

internal sealed record Terminate(string Process) : ChildStep(Process)
{
    public const int Code = -15;

    protected override Result HappenTo(Actor child)
    {
        if (child.IsAlive)
            World.Condemn(child, Code);
        return Result.Nothing;
    }
}

internal sealed record Kill(string Process) : ChildStep(Process)
{
    public const int Code = -9;

    protected override Result HappenTo(Actor child)
    {
        if (child.IsAlive)
            World.Condemn(child, Code);
        return Result.Nothing;
    }
}

internal sealed record ListChildren : Step
{
    public override Result? Happen(World world, Actor me) =>
        new(ResultKind.Text, string.Join(',', world.Living.Where(a => a.Parent == me.Name).Select(a => a.Name)));
}
