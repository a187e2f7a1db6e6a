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
        // Who has ended too early did so by what it was given last.
        if (story.At(step) is { Operation: EndProcess, Agent.Name: not Names.Root } end && story.Last(end.Agent.Name, step) is { } last && story.SourceOf(last) is { } source && story.Refused(end.Agent.Name, step) is null)
            return Story.Between(BetweenKind.Wrong, last.Agent, source.Own, last.Own);
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
        GivenUp() ?? ByTheParent() ?? EndedByHand() ?? OfTheBlamed() ?? AtTheLine() ?? OfTheParent() ?? Cut() ?? Nothing() ?? Made();

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
        if (broke.Agent.Name == Names.Root)
        {
            var found = Story.Between(BetweenKind.Wrong, broke.Agent, broke.Caller ?? (story.Before(broke) ?? broke).Own, broke.Own);
            return Later(broke) is { } other ? With(found with { Kind = BetweenKind.Unordered }, other) : found;
        }

        // The first process has come to its end, and waits for nobody.
        if (Pending(broke).FirstOrDefault(m => m.Agent.Name == Names.Root) is { Operation: EndProcess } && story.StartOf(broke.Agent.Name) is { } start)
            return With(Story.Between(BetweenKind.Unordered, start.Agent, start.Own, (story.Last(Names.Root) ?? start).Own), broke);
        if (Inside(broke) is { } met)
            return met;
        var later = Later(broke);
        if (AskedAgain(broke) is { } asked)
            return Story.Between(BetweenKind.Wrong, broke.Agent, asked.Own, (story.After(asked).Find(m => m.Own != asked.Own) ?? asked).Own);
        // What the first one is about to say should have come before.
        if (Pending(broke).FirstOrDefault(m => m.Agent.Name == Names.Root && story.IsEvidence(m)) is { } due)
            return With(Story.Between(BetweenKind.Unordered, broke.Agent, due.Own, broke.Own), due);
        if (later is not null && (broke.Operation is not WriteConsole || story.Property?.Observer.Patterns.Count == 1))
            return With(Story.Between(BetweenKind.Unordered, broke.Agent, later.Own, broke.Own), later);
        // A line only tells of what was done before it.
        var before = story.Before(broke) ?? broke;
        if (broke.Operation is WriteConsole && before.Agent.Name == broke.Agent.Name && story.SourceOf(before) is { } source)
            return With(Story.Between(BetweenKind.Unordered, broke.Agent, source.Own, before.Own), source);
        var told = broke.Operation is WriteConsole && before.Agent.Name == broke.Agent.Name
            ? Story.Between(BetweenKind.Wrong, broke.Agent, (story.Before(before) ?? before).Own, before.Own)
            : Story.Between(BetweenKind.Wrong, broke.Agent, before.Own, broke.Own);
        return later is null ? told : With(told with { Kind = BetweenKind.Unordered }, later);
    }

    /// <summary>Two are where one should be: their locks are not the same, or the one has none, or has let go too early.</summary>
    private Between? Inside(Moment broke)
    {
        var inside = story.Evidence.LastOrDefault(m => m.Index < broke.Index && m.Agent.Name != broke.Agent.Name && m.Agent.Name != Names.Root);
        if (inside is null || story.Trace.Steps[broke.Index].After.Agents[inside.Agent.Name] is not { IsAlive: true })
            return null;
        if (Apart(broke.Agent, broke.Index, inside.Agent, broke.Index) is { } apart)
            return apart;
        if (!story.Done.Any(m => Story.IsLock(m.Operation)))
            return null;
        if (story.Held(broke.Agent.Name, broke.Index).Count == 0)
            return With(Story.Between(BetweenKind.Unordered, broke.Agent, (story.Before(broke) ?? broke).Own, broke.Own), inside);
        return Pending(broke).FirstOrDefault(m => m.Agent.Name == inside.Agent.Name) is { } still
            ? With(Story.Between(BetweenKind.Unordered, broke.Agent, still.Own, broke.Own), still)
            : null;
    }

    /// <summary>What a process has asked over and over before a step.</summary>
    private Moment? AskedAgain(Moment broke)
    {
        var same = story.Of(broke.Agent.Name).Where(m => m.Index < broke.Index && (m.Operation.IsLook || m.IsOnData)).GroupBy(m => m.Own).MaxBy(of => of.Count());
        return same?.Count() >= 3 ? same.Last() : null;
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

    /// <summary>Somebody was ended by hand.</summary>
    private Between? EndedByHand() => story.Property?.Observer.Patterns.Count > 0 && story.Killed() is { By: { } by } killed
        ? Story.Between(BetweenKind.Wrong, by.Agent, by.Own, (story.Last(killed.Victim) ?? by).Own)
        : null;

    /// <summary>Somebody went with its parent before it had done what it should.</summary>
    private Between? Cut()
    {
        if (story.Property?.Observer.Patterns.Count is null or 0 || story.Killed() is not { } killed)
            return null;
        if (story.StartOf(killed.Victim) is not { } start || story.Last(Names.Root) is not { } last)
            return null;
        // Who has done something already should have been waited for to the end.
        var wait = story.Of(Names.Root).LastOrDefault(m => OrderPlaces.IsWait(m.Operation));
        if (story.Evidence.Any(m => m.Agent.Name == killed.Victim))
            return wait is null ? null : Story.Between(BetweenKind.Wrong, wait.Agent, wait.Own, last.Own);
        if (story.Of(killed.Victim).Any(m => m.HandsOn))
            return null;
        return Story.Between(BetweenKind.Wrong, start.Agent, story.FlaggedAt(killed.Victim) ?? start.Own, (wait ?? last).Own);
    }

    /// <summary>The first process does by itself what it should have left to its children.</summary>
    private Between? ByTheParent()
    {
        if (story.Property is not { } property)
            return null;
        var done = story.Evidence.Where(m => m.HandsOn).ToList();
        // A sentence on what children print is about the parent, too, where it prints that for them.
        if (story.Evidence.Count == 0)
            done = [.. story.Of(Names.Root).Where(m => story.Trace.Steps[m.Index].Events.Any(e => property.Observer.Patterns.Any(p => p.Who == Who.Child && p.By(Who.Root).Matches(e))))];
        if (done.Count == 0 || done.Exists(m => m.Agent.Name != Names.Root) || property.Observer.Patterns.All(p => p.Who == Who.Root))
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
        // What it says was given by another: that is where it comes from.
        if (story.Before(line) is { } got && got.Agent.Name == line.Agent.Name && story.SourceOf(got) is { } source)
            return Story.Between(BetweenKind.Wrong, line.Agent, source.Own, got.Own);
        // One process for all that several should do.
        var alone = line.Caller is not null && story.End.Agents.Values.ToArray().Count(a => a.Name != Names.Root) == 1;
        return Story.Between(BetweenKind.Wrong, line.Agent, (alone ? story.MadeAt(line.Agent.Name) : null) ?? (story.Before(line) ?? line).Own, line.Own);
    }

    /// <summary>Where the child of which it is told was made, and what it did there.</summary>
    private Between? OfTheBlamed()
    {
        if (story.Blamed is not { } agent || agent == Names.Root || story.MadeAt(agent) is not { } made)
            return null;
        if (story.BlamesSeveral)
            return Cut() ?? Told(story.Done.LastOrDefault(m => m.Agent.Name != Names.Root && m.Operation is GetItem or ReceiveMessage) ?? story.Last(agent));
        var deed = story.Evidence.FirstOrDefault(m => m.Agent.Name == agent && m.HandsOn) ?? story.Last(agent);
        return deed is null ? null : Story.Between(BetweenKind.Wrong, deed.Agent, made, deed.Caller ?? deed.Own);

        Between? Told(Moment? at) => at is null ? null : Story.Between(BetweenKind.Wrong, at.Agent, made, at.Own);
    }

    /// <summary>What the first process, of which it is told, did when all were started.</summary>
    private Between? OfTheParent()
    {
        if (story.Blamed != Names.Root || story.Of(Names.Root).LastOrDefault(m => m.Operation is StartProcess) is not { } start)
            return null;
        return story.After(start).Find(m => m.Own != start.Own) is { } next ? Story.Between(BetweenKind.Wrong, start.Agent, start.Caller ?? start.Own, next.Own) : null;
    }

    /// <summary>What should have happened did not, so who should have done it is looked at from its first to its last step.</summary>
    private Between? Nothing()
    {
        if (story.Property is null || story.Evidence.Count > 0)
            return null;
        if (story.Property.Observer.Patterns.Count == 0)
            return story.Property.IsOfTime ? WholeTime() : null;
        var who = story.Property.Observer.Patterns.All(p => p.Who == Who.Root) ? Names.Root
            : (story.Done.LastOrDefault(m => IsOfChild(m) && !story.Of(m.Agent.Name).Any(d => d.HandsOn)) ?? story.Done.LastOrDefault(IsOfChild))?.Agent.Name ?? Names.Root;
        var of = story.Of(who).Where(m => m.Operation is not EndProcess).ToList();
        if (of.Count == 0)
            return null;
        // Who was cut off had no time for it: its parent did not wait long enough.
        if (story.Killed() is { By: null } killed && killed.Victim == who && story.Of(Names.Root).LastOrDefault(m => OrderPlaces.IsWait(m.Operation)) is { } wait)
            return Story.Between(BetweenKind.Wrong, of[0].Agent, wait.Own, of[^1].Own);
        if (story.SourceOf(of[^1]) is { } source)
            return Story.Between(BetweenKind.Wrong, of[^1].Agent, source.Own, of[^1].Own);
        return Story.Between(BetweenKind.Wrong, of[0].Agent, who == Names.Root ? (story.Before(of[^1]) ?? of[^1]).Own : of[0].Own, of[^1].Own);
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
        var last = about.LastOrDefault(m => m.Agent.Name != Names.Root && m.HandsOn) ?? about.LastOrDefault(m => m.HandsOn) ?? about.LastOrDefault(m => m.Agent.Name != Names.Root) ?? (about.Count > 0 ? about[^1] : null);
        if (last is null)
            return null;
        if (last.Agent.Name != Names.Root && last.HandsOn && story.Evidence.LastOrDefault(m => m.Agent.Name == Names.Root && m.Operation is GetItem or ReceiveMessage) is { } taken)
            return Story.Between(BetweenKind.Wrong, last.Agent, taken.Own, last.Own);
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

    private static bool IsOfChild(Moment moment) => moment.Agent.Name != Names.Root && moment.Operation is not EndProcess;

    private static bool WaitsForEnds(Moment moment) => moment.Operation is JoinProcess or EndProcess or JoinPool;

    /// <summary>What other processes are about to do when a step comes.</summary>
    private IEnumerable<Moment> Pending(Moment at) =>
        story.Trace.Steps[at.Index].After.Agents.Values.ToArray().Where(a => a.IsAlive && a.Name != at.Agent.Name && a.Pending is not null)
            .OrderBy(a => a.Name == Names.Root)
            .Select(a => new Moment(at.Index, a, a.Pending!, story.Own(a.Site), []))
            .Where(m => m.Own.IsKnown);

    private static Between With(Between found, Moment other) => found with { Other = ProcessLabel.Of(other.Agent), At = other.Own, Does = other.Words };
}
