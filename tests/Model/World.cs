namespace ExerciseKit.Tests.Model;

/// <summary>How time passes.</summary>
internal enum Tier
{
    Strict,
    Loose,
}

/// <summary>What a primitive keeps in the world; compared and shown by its text.</summary>
internal abstract record Thing;

/// <summary>The specification's state: everything there is, in plain mutable dictionaries.</summary>
internal sealed class World(SmallProgram program, Tier tier) : IRun<World>
{
    public const string Root = "0";

    public SmallProgram Program { get; } = program;

    public Tier Tier { get; } = tier;

    /// <summary>Seconds since the run began; stands still in loose time.</summary>
    public int Now { get; private set; }

    public SortedDictionary<string, Actor> Actors { get; private init; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Thing> Things { get; private init; } = new(StringComparer.Ordinal);

    public List<string> Lines { get; private init; } = [];

    public object Key => string.Join('\n', [
        Now.ToString(), .. Actors.Values.Select(a => a.Key), "", .. Things.Select(t => $"{t.Key}: {t.Value}"), "", .. Lines]);

    public EndState End => EndState.Of(
        Actors[Root].IsAlive,
        Now,
        Actors.Values.Select(FateOf),
        Lines,
        Things.Select(t => $"{t.Key}: {t.Value}"));

    /// <summary>Strict: deadlines ring only when nothing else can happen. Loose: they may ring at any time.</summary>
    public IReadOnlyList<Turn> Turns
    {
        get
        {
            if (!Actors[Root].IsAlive)
                return [];
            var now = TurnsNow();
            if (now.Count > 0)
                return now;
            return Tier == Tier.Strict ? AtNextRing()?.TurnsNow() ?? [] : [];
        }
    }

    public IEnumerable<Actor> Living => Actors.Values.Where(a => a.IsAlive);

    public static World AtBeginning(SmallProgram program, Tier tier)
    {
        var world = new World(program, tier);
        foreach (var (path, content) in program.Files)
            world.Things[path] = new FileThing(content);
        world.Enter(Root, isDaemon: false, ownTime: 0);
        return world;
    }

    public World After(Turn turn)
    {
        var next = Tier == Tier.Strict && TurnsNow().Count == 0 ? AtNextRing()! : Clone();
        var actor = next.Actors[turn.Process];
        var step = actor.Cursor.Step;
        switch (turn.Kind)
        {
            case TurnKind.Dies:
                next.FlushLines(actor);
                QueueThing.LoseItemsOf(next, actor.Name);
                actor.EndWith(actor.Doom!.Value);
                break;
            case TurnKind.Happens when step.CanHappen(next, actor):
                if (step.Happen(next, actor) is { } result)
                    next.GoOn(actor, result);
                break;
            case TurnKind.RunsOut when Tier == Tier.Loose:
                actor.OwnTime += step.Patience!.Value;
                step.RunOut(next, actor);
                next.GoOn(actor, step.OutOfPatience);
                break;
            default:
                step.RunOut(next, actor);
                next.GoOn(actor, step.OutOfPatience);
                break;
        }

        PoolThing.Refill(this, next, turn);
        EndThing.DropWhatNobodyHas(next);
        return next;
    }

    /// <summary>A process comes to life.</summary>
    public void Enter(string name, bool isDaemon, int ownTime)
    {
        foreach (var end in Program.TextOf(name).Ends)
            EndThing.Give(this, end, name);
        var actor = new Actor(name, isDaemon, Cursor.AtBeginning(Program.TextOf(name))) { OwnTime = ownTime };
        Actors[name] = actor;
        Ask(actor);
    }

    /// <summary>From now on this process may die at any moment. Nothing is worse than a kill.</summary>
    public static void Condemn(Actor actor, int exitCode)
    {
        if (actor.Doom != Kill.Code)
            actor.Doom = exitCode;
    }

    /// <summary>A line that a process has begun on a stream is over.</summary>
    public void EndLine(Actor actor, Printout stream)
    {
        Lines.Add(EndState.Printed(actor.Name, stream, actor.PartialLines[stream]));
        actor.PartialLines[stream] = "";
    }

    /// <summary>A process that is over leaves the lines that it has begun.</summary>
    public void FlushLines(Actor actor)
    {
        foreach (var stream in actor.PartialLines.Where(p => p.Value.Length > 0).Select(p => p.Key).ToArray())
            EndLine(actor, stream);
    }

    private void GoOn(Actor actor, Result result)
    {
        actor.Cursor = actor.Cursor.After(result);
        Ask(actor);
    }

    private void Ask(Actor actor) => actor.RingsAt = Tier == Tier.Strict ? Now + actor.Cursor.Step.RingsAfter : null;

    private List<Turn> TurnsNow()
    {
        var turns = new List<Turn>();
        foreach (var actor in Living)
        {
            var step = actor.Cursor.Step;
            if (actor.Doom is not null)
                turns.Add(new(actor.Name, TurnKind.Dies));
            if (step.Patience == 0 || step.CanHappen(this, actor))
                turns.Add(new(actor.Name, TurnKind.Happens));
            else if (Tier == Tier.Strict ? actor.RingsAt <= Now : step.Patience > 0)
                turns.Add(new(actor.Name, TurnKind.RunsOut));
        }

        return turns;
    }

    private World? AtNextRing()
    {
        if (Living.Min(a => a.RingsAt) is not { } ring)
            return null;
        var later = Clone();
        later.Now = Math.Max(Now, ring);
        return later;
    }

    private string FateOf(Actor actor) =>
        actor.ExitCode is { } code ? EndState.Ended(actor.Name, code)
        : Actors[Root].IsAlive ? EndState.Stuck(actor.Name, actor.Cursor.Step, actor.Cursor.Step.HeldBy(this, actor))
        : EndState.LeftBehind(actor.Name);

    private World Clone()
    {
        var clone = new World(Program, Tier) { Now = Now, Things = new(Things, StringComparer.Ordinal), Lines = [.. Lines] };
        foreach (var actor in Actors.Values)
            clone.Actors[actor.Name] = actor.Clone();
        return clone;
    }
}
