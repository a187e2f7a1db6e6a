namespace ExerciseKit.Tests.Model;

/// <summary>Sleepers, and which of them may have been woken: all that the choices made so far may have been.</summary>
/// <remarks>A notification chooses at once, but whom shows only when one wakes up; until then every choice is kept that fits what was seen.</remarks>
internal sealed record SleepersThing(string Asleep, string Choices) : Thing
{
    public const string NobodyWoken = "-";

    public IReadOnlyList<string> Names => Split(Asleep, ' ');

    /// <summary>Each a set of sleepers who have been woken and have not noticed.</summary>
    public IReadOnlyList<string> Woken => Split(Choices, ';');

    public static SleepersThing Of(IEnumerable<string> asleep, IEnumerable<IEnumerable<string>> woken) => new(
        Sorted(asleep),
        string.Join(';', woken.Select(w => Sorted(w) is { Length: > 0 } some ? some : NobodyWoken).Distinct().Order(StringComparer.Ordinal)));

    public static IReadOnlyList<string> Members(string woken) => woken == NobodyWoken ? [] : Split(woken, ' ');

    public override string ToString() => $"asleep [{Asleep}], woken {Choices}";

    private static string[] Split(string text, char by) => text.Split(by, StringSplitOptions.RemoveEmptyEntries);

    private static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}

/// <summary>A condition; the lock is named by those who use it.</summary>
internal sealed record CreateSleepers(string Name, string Lock) : CreateStep(Name)
{
    protected override Thing New => SleepersThing.Of([], [[]]);
}

/// <summary>Gives the lock back, sleeps, and takes the lock again; its result is whether somebody woke it.</summary>
internal sealed record SleepOn(string Name, string Lock, int? Seconds = null) : Composite
{
    public override IReadOnlyList<Statement> Unfold(Result last) => [new FallAsleep(Name, Lock) { Line = Line }, new StayAsleep(Name, Lock, Seconds) { Line = Line }];
}

/// <summary>What follows falling asleep, where that was no misuse.</summary>
internal sealed record StayAsleep(string Name, string Lock, int? Seconds) : Composite
{
    public override IReadOnlyList<Statement> Unfold(Result last) => last.IsRefusal
        ? []
        : [new WakeUp(Name, Seconds) { Line = Line }, new TakeAgain(Lock, int.Parse(last.Value)) { Line = Line }];
}

internal sealed record FallAsleep(string Name, string Lock) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        if (world.Things.GetValueOrDefault(Name) is not SleepersThing sleepers)
            return Result.Misuse;
        var times = 1;
        switch (world.Things.GetValueOrDefault(Lock))
        {
            case LockThing plain when plain.Holder == me.Name:
                world.Things[Lock] = new LockThing(Holder: null);
                break;
            case ReentrantLockThing reentrant when reentrant.Owner == me.Name:
                times = reentrant.Times;
                world.Things[Lock] = new ReentrantLockThing(Owner: null, 0);
                break;
            default:
                return Result.Misuse;
        }

        world.Things[Name] = SleepersThing.Of(sleepers.Names.Append(me.Name), sleepers.Woken.Select(SleepersThing.Members));
        return Result.Number(times);
    }
}

internal sealed record WakeUp(string Name, int? Seconds) : Step
{
    internal override int? Patience => Seconds;

    public override bool CanHappen(World world, Actor me) => Sleepers(world).Woken.Any(w => SleepersThing.Members(w).Contains(me.Name));

    public override Result? Happen(World world, Actor me)
    {
        var sleepers = Sleepers(world);
        var choices = sleepers.Woken.Select(SleepersThing.Members).Where(w => w.Contains(me.Name));
        world.Things[Name] = SleepersThing.Of(sleepers.Names.Where(n => n != me.Name), choices.Select(w => w.Where(n => n != me.Name)));
        return Result.Yes;
    }

    public override void RunOut(World world, Actor me)
    {
        var sleepers = Sleepers(world);
        world.Things[Name] = SleepersThing.Of(sleepers.Names.Where(n => n != me.Name), sleepers.Woken.Select(SleepersThing.Members));
    }

    private SleepersThing Sleepers(World world) => (SleepersThing)world.Things[Name];
}

/// <summary>Takes the lock as often as it was held; gives on the result of the step before.</summary>
internal sealed record TakeAgain(string Lock, int Times) : Step
{
    internal override string Progress => $"{Times}";

    public override bool CanHappen(World world, Actor me) => !HeldBy(world, me).Any();

    public override Result? Happen(World world, Actor me)
    {
        world.Things[Lock] = world.Things[Lock] is LockThing ? new LockThing(me.Name) : new ReentrantLockThing(me.Name, Times);
        return me.Cursor.Last;
    }

    public override IEnumerable<string> HeldBy(World world, Actor me) => world.Things[Lock] switch
    {
        LockThing { Holder: { } holder } => [holder],
        ReentrantLockThing { Owner: { } owner } => [owner],
        _ => [],
    };
}

/// <summary>Wakes so many of those who sleep and have not been woken, or all of them.</summary>
internal sealed record Wake(string Name, string Lock, int? Count = null) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        var isMine = world.Things.GetValueOrDefault(Lock) switch
        {
            LockThing plain => plain.Holder == me.Name,
            ReentrantLockThing reentrant => reentrant.Owner == me.Name,
            _ => false,
        };
        if (!isMine || world.Things.GetValueOrDefault(Name) is not SleepersThing sleepers)
            return Result.Misuse;
        var choices = sleepers.Woken.Select(SleepersThing.Members).SelectMany(woken => Some(sleepers.Names.Except(woken).ToList(), Count).Select(woken.Concat));
        world.Things[Name] = SleepersThing.Of(sleepers.Names, choices);
        return Result.Nothing;
    }

    /// <summary>All ways to take so many of them, or all where there are fewer.</summary>
    private static IEnumerable<IEnumerable<string>> Some(List<string> names, int? count)
    {
        if (count is null || count >= names.Count)
            return [names];
        return count == 0
            ? [[]]
            : names.SelectMany((name, i) => Some(names[(i + 1)..], count - 1).Where(rest => rest.Count() == count - 1).Select(rest => rest.Prepend(name)));
    }
}
