using System.Collections.Immutable;

namespace ExerciseKit.Tests.Model;

/// <summary>A pool: who works for it, whether it takes jobs, and the jobs whose results nobody has got yet, as <c>number: what of it</c>.</summary>
internal sealed record PoolThing(ImmutableList<string> Workers, string Phase, ImmutableList<PoolJob> Jobs) : Thing
{
    public const string Open = "open";
    public const string Closed = "closed";
    public const string Terminated = "terminated";

    public override string ToString() => $"{Phase} with {string.Join(',', Workers)} [{string.Join("; ", Jobs)}]";

    /// <summary>Whoever worked for a pool and is over in this turn has another in its place, unless it was let go, terminated with all others, or left with its maker.</summary>
    public static void Refill(World before, World after, Turn turn)
    {
        var was = before.Actors[turn.Process];
        if (!was.IsAlive || after.Actors[turn.Process].IsAlive)
            return;
        foreach (var (name, pool) in before.Things.Where(t => t.Value is PoolThing p && p.Workers.Contains(turn.Process)).Select(t => (t.Key, (PoolThing)t.Value)).ToList())
        {
            var maker = before.Actors[was.Parent];
            var isAtWork = pool.Jobs.Exists(j => j.Worker == turn.Process) || was.Cursor.Step is TakeJob;
            var isGone = was.Cursor.Step is EndStep || turn.Kind != TurnKind.Dies;
            if (pool.Phase == Terminated || !maker.IsAlive || maker.IsLeaving || (!isAtWork && isGone))
                continue;
            var next = $"{pool.Workers.Find(w => !w.Contains('+'))}+{pool.Workers.Count(w => w.Contains('+')) + 1}";
            after.Things[name] = (PoolThing)after.Things[name] with { Workers = pool.Workers.Add(next).Sort(StringComparer.Ordinal) };
            after.Enter(next, isDaemon: true, was.OwnTime);
        }
    }

    public PoolThing With(PoolJob job) => this with { Jobs = Jobs.ConvertAll(j => j.Number == job.Number ? job : j) };
}

/// <param name="Waits">Which job it is while no worker has taken it; null after.</param>
/// <param name="Worker">Who is at it; null before and after.</param>
/// <param name="Result">What it came to.</param>
internal sealed record PoolJob(int Number, int? Waits, string? Worker, string? Result)
{
    public override string ToString() => $"{Number}: {(Waits is { } job ? $"job {job} waits" : Worker is not null ? $"with {Worker}" : $"gave {Result}")}";
}

internal sealed record MakePool(string Name, ImmutableList<string> Workers) : CreateStep(Name)
{
    protected override Thing New => new PoolThing(Workers, PoolThing.Open, []);

    public override string ToString() => $"{Line}: MakePool {Name} of {string.Join(',', Workers)}";
}

/// <summary>A step on a pool that there is.</summary>
internal abstract record PoolStep(string Name) : Step
{
    public sealed override bool CanHappen(World world, Actor me) => Find(world) is not { } pool || IsMisuse(pool, me) || CanHappen(world, me, pool);

    public sealed override Result? Happen(World world, Actor me)
    {
        if (Find(world) is not { } pool || IsMisuse(pool, me))
            return Result.Misuse;
        var (result, after) = Do(world, me, pool);
        world.Things[Name] = after;
        return result;
    }

    public sealed override IEnumerable<string> HeldBy(World world, Actor me) => HeldBy(world, Find(world)!).Distinct();

    protected virtual bool IsMisuse(PoolThing pool, Actor me) => Maker != me.Name;

    protected virtual bool CanHappen(World world, Actor me, PoolThing pool) => true;

    protected abstract (Result Result, PoolThing After) Do(World world, Actor me, PoolThing pool);

    protected virtual IEnumerable<string> HeldBy(World world, PoolThing pool) => [];

    protected string Maker => Name[..Name.IndexOf('~')];

    protected static IEnumerable<string> LivingWorkers(World world, PoolThing pool) => pool.Workers.Where(w => world.Actors.TryGetValue(w, out var actor) && actor.IsAlive);

    private PoolThing? Find(World world) => world.Things.GetValueOrDefault(Name) as PoolThing;
}

internal sealed record HandIn(string Name, int Number, int Job) : PoolStep(Name)
{
    protected override bool IsMisuse(PoolThing pool, Actor me) => base.IsMisuse(pool, me) || pool.Phase != PoolThing.Open;

    protected override (Result Result, PoolThing After) Do(World world, Actor me, PoolThing pool) =>
        (Result.Nothing, pool with { Jobs = pool.Jobs.Add(new PoolJob(Number, Job, null, null)) });
}

internal sealed record TakeJob(string Name) : PoolStep(Name)
{
    public static Result Given(int job) => new(ResultKind.Text, $"job{job}");

    protected override bool IsMisuse(PoolThing pool, Actor me) => !pool.Workers.Contains(me.Name);

    protected override bool CanHappen(World world, Actor me, PoolThing pool) => pool.Phase != PoolThing.Open || pool.Jobs.Exists(j => j.Waits is not null);

    protected override (Result Result, PoolThing After) Do(World world, Actor me, PoolThing pool) =>
        pool.Jobs.Find(j => j.Waits is not null) is { } next
            ? (Given(next.Waits!.Value), pool.With(next with { Waits = null, Worker = me.Name }))
            : (Result.Nothing, pool);

    protected override IEnumerable<string> HeldBy(World world, PoolThing pool) => [Maker];
}

/// <summary>Hands in what the last step gave, or an exception.</summary>
internal sealed record FinishJob(string Name, bool Fails) : PoolStep(Name)
{
    public const string Failure = "failed";

    protected override bool IsMisuse(PoolThing pool, Actor me) => !pool.Jobs.Exists(j => j.Worker == me.Name);

    protected override (Result Result, PoolThing After) Do(World world, Actor me, PoolThing pool) =>
        (Result.Nothing, pool.With(pool.Jobs.Find(j => j.Worker == me.Name)! with { Worker = null, Result = Fails ? Failure : me.Cursor.Last.ToString() }));
}

/// <summary>Waits for the first of these jobs that is done.</summary>
internal sealed record AwaitJob(string Name, ImmutableList<int> Numbers, int? Seconds = null) : PoolStep(Name)
{
    internal override int? Patience => Seconds;

    public override string ToString() => $"{Line}: AwaitJob {string.Join(',', Numbers)} of {Name} for {Seconds}";

    protected override bool CanHappen(World world, Actor me, PoolThing pool) => Done(pool) is not null;

    protected override (Result Result, PoolThing After) Do(World world, Actor me, PoolThing pool)
    {
        var done = Done(pool)!;
        return (new(ResultKind.Text, $"{done.Number}: {done.Result}"), pool with { Jobs = pool.Jobs.Remove(done) });
    }

    protected override IEnumerable<string> HeldBy(World world, PoolThing pool) =>
        pool.Jobs.Where(j => Numbers.Contains(j.Number)).SelectMany(j => j.Worker is { } worker ? [worker] : LivingWorkers(world, pool));

    private PoolJob? Done(PoolThing pool) => pool.Jobs.Find(j => Numbers.Contains(j.Number) && j.Result is not null);
}

internal sealed record CloseIt(string Name) : PoolStep(Name)
{
    protected override (Result Result, PoolThing After) Do(World world, Actor me, PoolThing pool) =>
        (Result.Nothing, pool.Phase == PoolThing.Open ? pool with { Phase = PoolThing.Closed } : pool);
}

internal sealed record TerminateIt(string Name) : PoolStep(Name)
{
    protected override (Result Result, PoolThing After) Do(World world, Actor me, PoolThing pool)
    {
        foreach (var worker in LivingWorkers(world, pool))
            World.Condemn(world.Actors[worker], Terminate.Code);
        return (Result.Nothing, pool with { Phase = PoolThing.Terminated, Jobs = pool.Jobs.RemoveAll(j => j.Waits is not null) });
    }
}

internal sealed record JoinIt(string Name) : PoolStep(Name)
{
    protected override bool IsMisuse(PoolThing pool, Actor me) => base.IsMisuse(pool, me) || pool.Phase == PoolThing.Open;

    protected override bool CanHappen(World world, Actor me, PoolThing pool) =>
        !LivingWorkers(world, pool).Any() && (pool.Phase == PoolThing.Terminated || pool.Jobs.TrueForAll(j => j.Worker is null));

    protected override (Result Result, PoolThing After) Do(World world, Actor me, PoolThing pool) => (Result.Nothing, pool);

    protected override IEnumerable<string> HeldBy(World world, PoolThing pool) =>
        LivingWorkers(world, pool).Concat(pool.Jobs.Select(j => j.Worker).OfType<string>());
}

/// <summary>What a worker does: it asks for a job, does it, and asks again, until there is none.</summary>
/// <param name="HasAsked">Whether it has asked, so that the last result says which job.</param>
internal sealed record WorkOn(string Pool, ImmutableList<Job> Jobs, bool HasAsked = false) : Composite
{
    public override IReadOnlyList<Statement> Unfold(Result last)
    {
        if (!HasAsked)
            return [new TakeJob(Pool) { Line = Line }, this with { HasAsked = true }];
        var given = Enumerable.Range(0, Jobs.Count).FirstOrDefault(job => TakeJob.Given(job) == last, -1);
        return given < 0 ? [] : [.. Jobs[given].Body, new FinishJob(Pool, Jobs[given].Fails) { Line = Line }, new TakeJob(Pool) { Line = Line }, this];
    }

    public override Composite Map(Func<Statement, Statement> map) =>
        this with { Jobs = Jobs.ConvertAll(j => j with { Body = j.Body.ConvertAll(s => map(s)) }) };

    public override string ToString() => $"{Line}: until there are none, one of {string.Join(" | ", Jobs)}";
}

/// <summary>What a pool is given to do.</summary>
internal sealed record Job(ImmutableList<Statement> Body, bool Fails)
{
    public override string ToString() => $"{{ {string.Join("; ", Body)}{(Fails ? "; fails" : "")} }}";
}
