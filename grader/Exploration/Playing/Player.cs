using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.States;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Playing;

/// <summary>Goes from state to state as somebody chooses, back and forth.</summary>
/// <remarks>
/// Each step is one of the search's, by its rules over the learnt histories; a real process is asked only for what none was
/// asked for before. The player sees each agent under its own name, where the search takes twins for one another.
/// </remarks>
public sealed class Player
{
    private readonly PlayField field;
    private readonly PlayBudget budget;
    private readonly StateSpace space;
    private readonly Recording recording = new();
    private readonly List<Position> way = [];

    internal Player(PlayField field, PlayBudget budget)
    {
        (this.field, this.budget, space) = (field, budget, field.Space);
        var start = space.Start();
        var own = space.OwnStart(recording);
        way.Add(At(own, null, 0, Twin.After([], start, start.Stop is null ? field.Chart?.Find(start.State) ?? -1 : -1)));
    }

    /// <summary>How many choices were made.</summary>
    public int Count => way.Count - 1;

    /// <summary>What can happen next; empty where nothing can, or the schedule has come to its end.</summary>
    public IReadOnlyList<Choice> Choices => Here.Choices;

    /// <summary>Why it goes no further; null where it does.</summary>
    public PlayStop? Stop => Here.Stop;

    /// <summary>Whether all who can go on only go round.</summary>
    public bool GoesRound => Here.Stop is null && space.IsRound(Here.State);

    /// <summary>How often a choice took over from an agent that could have gone on.</summary>
    public int Switches => Here.Switches;

    /// <summary>How many steps were taken, those taken at once among them.</summary>
    public int Steps => Here.Steps;

    /// <summary>The state as the kernel sees it.</summary>
    public KernelState State => space.KernelOf(Here.State);

    /// <summary>The schedule so far.</summary>
    public Trace Trace => new(recording.Choices, recording.Steps, Here.Stop?.Fault) { End = State };

    /// <summary>The choices so far.</summary>
    public IReadOnlyList<Choice> Made => [.. way.Skip(1).Select(p => p.Made!.Value)];

    /// <summary>How many steps had been taken after so many choices.</summary>
    public int StepsAfter(int choices) => way[choices].Steps;

    private Position Here => way[^1];

    /// <summary>What a choice does at first, before whoever is answered has gone on.</summary>
    public IReadOnlyList<KernelEvent> Peek(int choice) => KnownSteps.Step(State, Choices[choice]).Events;

    /// <summary>What lies behind each choice, as far as the chart knows.</summary>
    public IReadOnlyList<PlayBehind> Behind() => new BehindCount(field).Of([.. Choices.Select(IndexBehind)]);

    /// <summary>What lies behind where the player is.</summary>
    public PlayBehind BehindHere() => new BehindCount(field).Of([Here.Stop is null ? Here.Twin.Index : -1])[0];

    /// <summary>Makes one of the choices.</summary>
    /// <exception cref="NondeterminismException">The same history led to different operations; nothing has changed then.</exception>
    public void Choose(int choice)
    {
        var own = Choices[choice];
        Go(own, TwinAfter(own));
    }

    /// <summary>Takes back the last choices.</summary>
    public void Undo(int choices = 1)
    {
        way.RemoveRange(way.Count - Math.Min(choices, Count), Math.Min(choices, Count));
        Forget();
    }

    /// <summary>Makes choices by chance.</summary>
    /// <param name="seed">By which.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>How many were made.</returns>
    public int Run(int seed, int most)
    {
        var random = new Random(seed);
        var made = 0;
        for (; made < most && Choices.Count > 0; made++)
            Choose(random.Next(Choices.Count));
        return made;
    }

    /// <summary>Goes to the nearest state of a kind, by the fewest choices.</summary>
    /// <returns>Whether there is one, as far as was looked.</returns>
    public PlayFound GoTo(PlayTarget target, CancellationToken cancellation = default)
    {
        var search = new TargetSearch(field, budget);
        var found = Here.Stop is null
            ? search.Find(Here.Twin.State, Here.Twin.Index, target, cancellation)
            : (Way: null, IsSure: true);
        if (found.Way is not { } choices)
            return found.IsSure ? PlayFound.No : PlayFound.Unknown;
        foreach (var choice in choices)
            Follow(choice);
        // Whose join can wait depends on who of several twins has ended first.
        while (target is PlayTarget.Deadlock or PlayTarget.Break && Here.Stop is null && Choices.Count > 0 && Here.Twin.Index >= 0 && field.Chart!.EndOf(Here.Twin.Index) == ChartEnd.Deadlock)
            Choose(0);
        return PlayFound.Yes;
    }

    /// <summary>The states by how many choices they need, as far as the chart goes; empty where there is none.</summary>
    public IReadOnlyList<PlayLevel> Levels() => new LevelCount(field).From(Here.Stop is null ? Here.Twin.Index : -1);

    /// <summary>The level of each state on the way; null where it is not on the chart.</summary>
    public IReadOnlyList<int?> LevelsOfWay() => [.. way.Select(p => p.Twin.Index < 0 ? null : field.Chart?.LevelOf(p.Twin.Index))];

    /// <summary>Makes a choice of the twin's state, and the player's to it.</summary>
    private void Follow(Choice choice)
    {
        var twin = Here.Twin;
        if (space.IsUnreadyJoin(twin.State, choice))
        {
            way[^1] = Here with { Twin = Next(twin, choice) };
            return;
        }

        var own = twin.Own(choice);
        while (!Choices.Contains(own) && Choices.Any(c => space.IsUnreadyJoin(Here.State, c)))
            Go(Choices.First(c => space.IsUnreadyJoin(Here.State, c)), Here.Twin);
        Go(own, Next(Here.Twin, choice));
    }

    private Twin TwinAfter(Choice own)
    {
        var twin = Here.Twin;
        var choice = twin.Named(own);
        if (space.Choices(twin.State).Contains(choice))
            return Next(twin, choice);
        // A join that the twin's state need not take any more, or not yet.
        return space.IsUnreadyJoin(Here.State, own) ? twin : Twin.After([], space.Next(Here.State, own), -1);
    }

    private Twin Next(Twin twin, Choice choice) => Twin.After(twin.OwnNames, space.Next(twin.State, choice), IndexAfter(twin, choice));

    private int IndexBehind(Choice own) => Here.Twin is { Index: >= 0 } twin ? IndexAfter(twin, twin.Named(own)) : -1;

    private int IndexAfter(Twin twin, Choice choice)
    {
        if (twin.Index < 0 || field.Chart!.From(twin.Index) is not { Length: > 0 } to)
            return -1;
        var at = space.Choices(twin.State).IndexOf(choice);
        return at >= 0 && at < to.Length ? to[at] : -1;
    }

    private void Go(Choice choice, Twin twin)
    {
        try
        {
            var last = Here.Made?.Agent;
            var takesOver = last is not null && choice.Agent != last && Choices.Any(c => c.Agent == last && c.Kind == ChoiceKind.Complete);
            way.Add(At(space.OwnNext(Here.State, choice, recording), choice, Here.Switches + (takesOver ? 1 : 0), twin));
        }
        finally
        {
            // Of a step that could not be taken to its end nothing stays.
            Forget();
        }
    }

    private void Forget()
    {
        var steps = way[^1].Steps;
        recording.Choices.RemoveRange(steps, recording.Choices.Count - steps);
        recording.Steps.RemoveRange(steps, recording.Steps.Count - steps);
    }

    private Position At(Transition to, Choice? made, int switches, Twin twin)
    {
        var choices = to.Stop is null ? space.Choices(to.State) : [];
        var stop = to.Stop is null && choices.Count == 0 ? new PlayStop(Faults.Deadlock(space.KernelOf(to.State)), null, null) : PlayStop.Of(to.Stop);
        return new Position(to.State, stop, choices, recording.Choices.Count, made, switches, twin);
    }
}
