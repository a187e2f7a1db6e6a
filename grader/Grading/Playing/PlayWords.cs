using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Explaining;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Grading.Playing;

/// <summary>Tells where a player is.</summary>
internal sealed class PlayWords(Player player, IReadOnlyList<Check> checks, Func<string, bool> isOwn)
{
    private const int LongestLine = 200;

    private readonly Sentences sentences = new(checks);

    public PlayView View()
    {
        var trace = player.Trace;
        var told = ToldEvents.Of(trace, trace.Steps.Count);
        var from = player.Count == 0 ? 0 : player.StepsAfter(player.Count - 1);
        return new PlayView(player.Count, player.Steps, player.Switches, Ending(), player.GoesRound, Processes(), Objects(trace, told), TimelineBuilder.BuildFrom(trace, told, from), Options());
    }

    public PlayStory Story()
    {
        var trace = player.Trace;
        var ending = Ending();
        var between = ending is { IsBroken: true } ? new BetweenFinder(trace, isOwn).Find(ending.Verdict, player.Stop?.Property is null ? trace.Steps.Count : trace.Steps.Count - 1) : null;
        return new PlayStory(TimelineBuilder.Build(trace, trace.Steps.Count), TimelineBuilder.Cast(trace, trace.Steps.Count), between, ending);
    }

    public EquatableArray<PlayOption> Options()
    {
        var state = player.State;
        return player.Choices.Select((choice, i) => Option(state, choice, i)).ToEquatableArray();
    }

    private PlayOption Option(KernelState state, Choice choice, int index)
    {
        var agent = state.Agents[choice.Agent]!;
        var events = player.Peek(index);
        var completed = events.OfType<OperationCompleted>().FirstOrDefault(e => e.Agent == choice.Agent);
        return new PlayOption(
            index + 1,
            choice.Agent,
            ProcessLabel.Of(agent),
            choice.Kind switch { ChoiceKind.Complete => PlayKind.GoesOn, ChoiceKind.TimeOut => PlayKind.TimesOut, _ => PlayKind.Dies },
            Cut(OperationOf(state, agent)),
            Standing.ObjectOf(agent.Pending),
            agent.Site.IsKnown ? agent.Site : null,
            completed is null ? LocalizedText.Empty : Cut(completed.Outcome.Describe()),
            events.OfType<LinePrinted>().Select(e => Cut(e.Line)).ToEquatableArray());
    }

    private static LocalizedText OperationOf(KernelState state, AgentState agent)
    {
        if (agent.Pending is not { } operation)
            return LocalizedText.Empty;
        var words = operation.Describe();
        if (operation is not ProcessOperation { Process: var whom } || state.Agents[whom] is not { } other)
            return words;
        var label = ProcessLabel.Of(other);
        return ($"{words.En} ({label})", $"{words.Zh}（{label}）");
    }

    private EquatableArray<PlayProcess> Processes()
    {
        var state = player.State;
        var ready = player.Choices.Select(c => c.Agent).ToHashSet();
        var waits = KernelRules.Blocked(state).ToDictionary(w => w.Agent);
        return Standing.Processes(state).Select(Process).ToEquatableArray();

        PlayProcess Process(AgentState agent) => new(
            agent.Name,
            ProcessLabel.Of(agent),
            agent.Parent,
            !agent.IsAlive ? PlayStanding.Ended : ready.Contains(agent.Name) ? PlayStanding.Ready : PlayStanding.Waits,
            agent.IsAlive ? Next(agent) : null,
            agent.ExitCode);

        PlayNext Next(AgentState agent)
        {
            var wait = ready.Contains(agent.Name) ? null : waits.GetValueOrDefault(agent.Name);
            return new PlayNext(
                Cut(OperationOf(state, agent)),
                Standing.ObjectOf(agent.Pending),
                agent.Site.IsKnown ? agent.Site : null,
                wait?.HeldBy ?? [],
                wait is null ? LocalizedText.Empty : wait.ForWith(LocalizedText.Same(string.Join(", ", wait.HeldBy.Select(h => ProcessLabel.Of(state, h))))));
        }
    }

    private EquatableArray<PlayObject> Objects(Trace trace, IReadOnlyList<ToldEvent> told) =>
        Standing.Objects(trace, told, player.State).Select(o => new PlayObject(o.Object.Id, o.Object.Kind, o.Object.Label, o.Object.Belongs, o.View)).ToEquatableArray();

    private PlayEnding? Ending()
    {
        if (player.Stop is not { } stop)
            return null;
        if (stop.Property is { } property)
            return new PlayEnding(Verdict.Violation, sentences.Of(property, stop.Finding!, player.Trace), []);
        return stop.Fault is { } fault
            ? new PlayEnding(fault.Verdict, FaultWords.Of(fault, player.Trace), fault.Cycle)
            : new PlayEnding(Verdict.Passed, ("The program has ended, and nothing is wrong.", "程序结束了，没有发现问题。"), []);
    }

    private static LocalizedText Cut(LocalizedText text) => text.Select(Cut);

    private static string Cut(string text) => text.Length <= LongestLine ? text : text[..LongestLine] + "…";
}
