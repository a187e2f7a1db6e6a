using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Finds where a schedule breaks what must hold.</summary>
internal sealed class BrokenPlaces(Story story)
{
    /// <summary>Where it does.</summary>
    /// <param name="step">The index of the step that broke it; the number of steps where only the end did.</param>
    public Between? Find(int step)
    {
        if (story.Property is RaceFree race && Race(race, step) is { } met)
            return met;
        // What the whole came to is judged when the first process ends.
        var broke = story.At(step) is { Operation: not EndProcess } at ? at : null;
        if (broke is not null && story.Refused(broke.Agent.Name, step) is { } refused && refused.Own != broke.Own)
            return Story.Between(BetweenKind.Wrong, broke.Agent, refused.Own, broke.Own);
        if (story.GivenTooOften() is { } given)
            return Story.Between(BetweenKind.Wrong, given.Agent, (story.Before(given) ?? given).Own, given.Own);
        if (Interrupted(step) is { } seam)
            return seam;
        return broke is null ? AtTheEnd() : TooEarly(broke);
    }

    /// <summary>Two steps of a process that belong together, and one of another on the same thing in between.</summary>
    /// <remarks>
    /// They belong together where the first looks and the second, the next that the process does with the thing, changes it: what it
    /// decided on is no longer so. Or where both write one file, which is half written in between. The last such is nearest to what came of it.
    /// </remarks>
    public Between? Interrupted(int step)
    {
        foreach (var after in story.Moments.Where(m => m.Index <= step).Reverse())
        {
            foreach (var changed in after.Accesses.Where(a => a.IsWrite))
            {
                if (story.Moments.FindLast(m => m.Index < after.Index && m.Agent.Name == after.Agent.Name && m.Accesses.Any(changed.ConflictsWith)) is not { } before)
                    continue;
                var looks = !before.Changes(changed.Resource) && (before.IsOnData || before.Operation.IsLook);
                var writesHalf = before.Changes(changed.Resource) && before.Operation is FileOperation;
                if (story.Moments.FindLast(m => m.Index > before.Index && m.Index < after.Index && m.Agent.Name != after.Agent.Name && m.Accesses.Any(changed.ConflictsWith) && (writesHalf || (looks && m.Changes(changed.Resource)))) is { } between)
                {
                    return Apart(after.Agent, before.Index, between.Agent, between.Index) ?? Story.Between(BetweenKind.Interrupted, after.Agent, before.Own, after.Own) with
                    {
                        Other = ProcessLabel.Of(between.Agent),
                        At = between.Own,
                        Does = between.Words,
                        FirstStep = story.NumberOf(before),
                        SecondStep = story.NumberOf(after),
                        OtherStep = story.NumberOf(between),
                    };
                }
            }
        }

        return null;
    }

    /// <summary>Only the end showed it.</summary>
    public Between? AtTheEnd() =>
        GivenUp() ?? ByTheParent() ?? AtTheLine() ?? OfTheBlamed() ?? Cut() ?? Nothing() ?? Made();

    private Between? Race(RaceFree race, int step)
    {
        var state = step < story.Length ? story.Trace.Steps[step].Before : story.End;
        var on = state.Agents.Values.ToArray().Where(a => a.Pending is FileOperation file && file.Path == race.Path && story.Own(a.Site).IsKnown).ToList();
        var writer = on.Find(a => a.Pending is not (ReadFile or QueryFileExists));
        return writer is null || on.Find(a => a != writer) is not { } other ? null : Story.Between(BetweenKind.Unordered, writer, story.Own(other.Site), story.Own(writer.Site)) with
        {
            Other = ProcessLabel.Of(other),
            At = story.Own(other.Site),
            Does = other.Pending!.Describe(),
        };
    }

    /// <summary>Each of two has taken something, and it keeps neither out: another one than the other's, or one that lets several in.</summary>
    private Between? Apart(AgentState agent, int index, AgentState other, int otherIndex)
    {
        if (story.Held(agent.Name, index) is not [.., var taken] || story.Held(other.Name, otherIndex).Count == 0)
            return null;
        var first = story.MakingOf(Story.Thing(taken)) ?? taken.Own;
        return Story.Between(BetweenKind.Wrong, agent, first, taken.Own);
    }

    /// <summary>The step that broke it came too early, or did what it should not.</summary>
    private Between? TooEarly(Moment broke)
    {
        var inside = story.Evidence.LastOrDefault(m => m.Index < broke.Index && m.Agent.Name != broke.Agent.Name && m.Agent.Name != Names.Root);
        if (inside is not null && story.End.Agents[inside.Agent.Name] is { IsAlive: true } && broke.Agent.Name != Names.Root)
        {
            if (Apart(broke.Agent, broke.Index, inside.Agent, broke.Index) is { } apart)
                return apart;
            // Who holds nothing has not asked; and who is asked to stay out has let go too early.
            if (story.Held(broke.Agent.Name, broke.Index).Count == 0)
                return With(Story.Between(BetweenKind.Unordered, broke.Agent, (story.Before(broke) ?? broke).Own, broke.Own), inside);
            if (Pending(broke).FirstOrDefault(m => m.Agent.Name == inside.Agent.Name) is { } still)
                return With(Story.Between(BetweenKind.Unordered, broke.Agent, still.Own, broke.Own), still);
        }

        if (broke.Agent.Name == Names.Root)
        {
            var other = Later(broke);
            var found = Story.Between(other is null ? BetweenKind.Wrong : BetweenKind.Unordered, broke.Agent, broke.Caller ?? (story.Before(broke) ?? broke).Own, broke.Own);
            return other is null ? found : With(found, other);
        }

        if (Later(broke) is not { } later)
            return Story.Between(BetweenKind.Wrong, broke.Agent, (story.Before(broke) ?? broke).Own, broke.Own);
        // The first process has come to its end, and waits for nobody.
        if (later.Operation is EndProcess && later.Agent.Name == Names.Root && story.StartOf(broke.Agent.Name) is { } start)
            return With(Story.Between(BetweenKind.Unordered, start.Agent, start.Own, (story.Last(Names.Root) ?? start).Own), broke);
        return With(Story.Between(BetweenKind.Unordered, broke.Agent, later.Own, broke.Own), later);
    }

    /// <summary>Somebody was refused, or gave up, and went on all the same.</summary>
    private Between? GivenUp()
    {
        if (!story.HasChildren)
            return null;
        foreach (var agent in story.End.Agents.Values.ToArray())
        {
            if (story.Refused(agent.Name, story.Length) is { } refused)
            {
                var next = story.After(refused).Find(m => m.Index < story.Length && m.Own != refused.Own && m.Operation is not EndProcess) ?? story.Before(refused);
                return Story.Between(BetweenKind.Wrong, refused.Agent, refused.Own, next?.Own ?? refused.Own);
            }
        }

        return null;
    }

    /// <summary>Somebody was ended before it had done what it should.</summary>
    private Between? Cut()
    {
        if (story.Property?.Observer.Patterns.Count is null or 0 || story.Killed() is not { } killed)
            return null;
        if (killed.By is { } by)
            return Story.Between(BetweenKind.Wrong, by.Agent, by.Own, (story.Last(killed.Victim) ?? by).Own);
        if (story.StartOf(killed.Victim) is not { } start || story.Last(Names.Root) is not { } last)
            return null;
        // Who has done something already should have been waited for to the end.
        if (story.Evidence.Any(m => m.Agent.Name == killed.Victim))
            return story.Of(Names.Root).LastOrDefault(m => OrderPlaces.IsWait(m.Operation)) is { } wait ? Story.Between(BetweenKind.Wrong, wait.Agent, wait.Own, last.Own) : null;
        return Story.Between(BetweenKind.Wrong, start.Agent, story.FlaggedAt(killed.Victim) ?? start.Own, last.Own);
    }

    /// <summary>The first process does by itself what it should have left to its children.</summary>
    private Between? ByTheParent()
    {
        var done = story.Evidence.Where(m => m.HandsOn).ToList();
        if (done.Count == 0 || done.Exists(m => m.Agent.Name != Names.Root) || story.Property!.Observer.Patterns.All(p => p.Who == Who.Root))
            return null;
        var (first, last) = (done[0], done[^1]);
        return Story.Between(BetweenKind.Wrong, first.Agent, first.Caller ?? first.Own, last.Own);
    }

    /// <summary>A line that came at the wrong time, or from the wrong process, and what its process did before.</summary>
    private Between? AtTheLine()
    {
        if (story.Quoted is not { } line)
            return null;
        if (line.Agent.Name == Names.Root)
            return Story.Between(BetweenKind.Wrong, line.Agent, line.Caller ?? (story.Before(line) ?? line).Own, line.Own);
        // One process for all that several should do.
        var alone = line.Caller is not null && story.End.Agents.Values.ToArray().Count(a => a.Name != Names.Root) == 1;
        return Story.Between(BetweenKind.Wrong, line.Agent, (alone ? story.MadeAt(line.Agent.Name) : null) ?? (story.Before(line) ?? line).Own, line.Own);
    }

    /// <summary>Where somebody of whom it is told by his place began with what he should not have, and where he ended with it.</summary>
    private Between? OfTheBlamed()
    {
        if (story.Blamed is not { } agent)
            return null;
        if (agent != Names.Root)
            return story.MadeAt(agent) is { } made && story.Last(agent) is { } end ? Story.Between(BetweenKind.Wrong, end.Agent, made, end.Own) : null;
        var start = story.Of(Names.Root).LastOrDefault(m => m.Operation is StartProcess);
        var next = start is null ? null : story.After(start).Find(m => m.Own != start.Own);
        return start is null || next is null ? null : Story.Between(BetweenKind.Wrong, start.Agent, start.Caller ?? start.Own, next.Own);
    }

    /// <summary>What should have happened did not, so who should have done it is looked at from its first to its last step.</summary>
    private Between? Nothing()
    {
        if (story.Property is null || story.Evidence.Count > 0)
            return null;
        if (story.Property.Observer.Patterns.Count == 0)
            return story.Property.IsOfTime ? WholeTime() : null;
        var who = story.Property.Observer.Patterns.All(p => p.Who == Who.Root) ? Names.Root : story.Done.LastOrDefault(m => m.Agent.Name != Names.Root && m.Operation is not EndProcess)?.Agent.Name ?? Names.Root;
        var of = story.Of(who).Where(m => m.Operation is not EndProcess).ToList();
        return of.Count == 0 ? null : Story.Between(BetweenKind.Wrong, of[0].Agent, who == Names.Root ? (story.Before(of[^1]) ?? of[^1]).Own : of[0].Own, of[^1].Own);
    }

    /// <summary>It took too long, or too short, or came to a wrong result.</summary>
    private Between? WholeTime()
    {
        if (new OrderPlaces(story).BetweenStarts() is { } waits)
            return waits;
        if (story.Of(Names.Root).LastOrDefault(m => m.Operation is Sleep { IsStart: false }) is { } nap)
            return Story.Between(BetweenKind.Wrong, nap.Agent, nap.Own, (story.After(nap).Find(m => m.Own != nap.Own) ?? nap).Own);
        var child = story.Done.FirstOrDefault(m => m.Agent.Name != Names.Root);
        if (child is not null && story.Of(child.Agent.Name).Where(m => m.Operation is not EndProcess).ToList() is [var first, .., var last] && !story.Of(child.Agent.Name).Any(m => m.Operation is Sleep))
            return Story.Between(BetweenKind.Wrong, child.Agent, first.Own, last.Own);
        return null;
    }

    /// <summary>What a process last handed on, a child rather than its parent: that is nearest to what came of it.</summary>
    private Between? Made()
    {
        var about = story.Evidence.Count > 0 ? story.Evidence : [.. story.Done.Where(m => m.Operation is not EndProcess)];
        if (story.HasChildren && story.Evidence.LastOrDefault(m => m.Agent.Name == Names.Root && m is { HandsOn: true, Caller: not null }) is { } called)
            return Story.Between(BetweenKind.Wrong, called.Agent, called.Caller ?? called.Own, called.Own);
        var last = about.LastOrDefault(m => m.Agent.Name != Names.Root && m.HandsOn) ?? about.LastOrDefault(m => m.HandsOn) ?? about.LastOrDefault(m => m.Agent.Name != Names.Root) ?? about.LastOrDefault();
        if (last is null)
            return null;
        // One process for all that several should do.
        var children = story.End.Agents.Values.ToArray().Count(a => a.Name != Names.Root);
        var first = children == 1 && last.Agent.Name != Names.Root && last.Caller is not null ? story.MadeAt(last.Agent.Name) : null;
        return Story.Between(BetweenKind.Wrong, last.Agent, first ?? (story.Before(last) ?? last).Own, last.Own);
    }

    /// <summary>What another process does after a step that may have come too early.</summary>
    /// <remarks>
    /// Who is waiting for processes to end is hardly the one to wait for: before him comes who has changed what the step's process
    /// has dealt with, and then anybody else.
    /// </remarks>
    private Moment? Later(Moment at)
    {
        var first = story.Moments.Find(m => m.Index > at.Index && m.Agent.Name != at.Agent.Name) ?? Pending(at).FirstOrDefault();
        if (first is null || !WaitsForEnds(first))
            return first;
        var dealtWith = story.Moments.Where(m => m.Agent.Name == at.Agent.Name && m.Index <= at.Index).SelectMany(m => m.Accesses).Select(a => a.Resource).ToHashSet();
        var changers = story.Moments.Where(m => m.Index <= at.Index && dealtWith.Any(m.Changes)).Select(m => m.Agent.Name).ToHashSet();
        var others = story.Moments.Where(m => m.Index > at.Index && m.Agent.Name != at.Agent.Name).Concat(Pending(at)).Where(m => !WaitsForEnds(m)).ToList();
        return others.Find(m => changers.Contains(m.Agent.Name)) ?? others.FirstOrDefault() ?? first;
    }

    private static bool WaitsForEnds(Moment moment) => moment.Operation is JoinProcess or EndProcess or JoinPool;

    /// <summary>What other processes are about to do when a step comes.</summary>
    private IEnumerable<Moment> Pending(Moment at) =>
        story.Trace.Steps[at.Index].After.Agents.Values.ToArray().Where(a => a.IsAlive && a.Name != at.Agent.Name && a.Pending is not null)
            .OrderBy(a => a.Name == Names.Root)
            .Select(a => new Moment(at.Index, a, a.Pending!, story.Own(a.Site), []))
            .Where(m => m.Own.IsKnown);

    private static Between With(Between found, Moment other) => found with { Other = ProcessLabel.Of(other.Agent), At = other.Own, Does = other.Words };
}
