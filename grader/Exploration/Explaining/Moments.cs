using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>A step of a trace at its line of the student's own code.</summary>
/// <param name="Index">The step; their number for what a process waits for at the end.</param>
/// <param name="Agent">Who took it, as it was before.</param>
/// <param name="Operation">What it did.</param>
/// <param name="Own">The line: of a step in another's file, such as a given one, that which called it.</param>
/// <param name="Accesses">What that read and changed.</param>
internal sealed record Moment(int Index, AgentState Agent, Operation Operation, CallSite Own, IReadOnlyList<Access> Accesses)
{
    private const int LongestWords = 120;

    /// <summary>Whether it read or changed what programs share to compute with: files and shared containers, and no means of waiting.</summary>
    public bool IsOnData => Operation is FileOperation or EntryOperation or ReadItem or WriteItem or AddItem or InsertItem or RemoveItem
        or ListItems or CountList or ClearList or ReadValue or WriteValue or CountEntries or ListKeys or ListEntries or ClearEntries;

    /// <summary>Whether it gave others something to go by.</summary>
    public bool HandsOn => (IsOnData && Accesses.Any(a => a.IsWrite)) || Operation is PutItem or SendMessage or CompleteTask or SubmitTask or WriteConsole;

    /// <summary>Who called the method of the student's own in which it stands; null where no call is known.</summary>
    public CallSite? Caller { get; init; }

    /// <summary>What it did, in words; a text that it printed or sent may be of any length.</summary>
    public LocalizedText Words => Operation.Describe().Select(words => words.Length > LongestWords ? words[..LongestWords] + "…" : words);

    public bool Changes(string resource) => Accesses.Any(a => a.Resource == resource && a.IsWrite);
}

/// <summary>The steps of a trace that stand in the student's own code.</summary>
internal static class Moments
{
    /// <summary>So many of the last are looked at: pairs of them are, and what goes wrong does so near the end.</summary>
    private const int MostSteps = 2_000;

    /// <summary>The last ones, and what is waited for at the end.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="isOwn">Whether a file is the student's own.</param>
    public static List<Moment> Of(Trace trace, Func<string, bool> isOwn)
    {
        var moments = new List<Moment>();
        for (var i = Math.Max(0, trace.Steps.Count - MostSteps); i < trace.Steps.Count; i++)
        {
            // What a process was about to do when it was ended, it has not done.
            if (!trace.Steps[i].Events.Any(e => e is ProcessDied && e.Agent == trace.Choices[i].Agent))
                Add(i, trace.Steps[i].Before, trace.Choices[i].Agent);
        }

        if (trace.Steps.Count > 0)
        {
            var end = trace.End ?? trace.Steps[^1].After;
            foreach (var wait in KernelRules.Blocked(end))
                Add(trace.Steps.Count, end, wait.Agent);
        }

        return moments;

        void Add(int index, KernelState state, string name)
        {
            if (state.Agents[name] is { Pending: { } operation } agent && OwnPlace(agent.Site, isOwn) is { IsKnown: true } own)
                moments.Add(new Moment(index, agent, operation, own, KernelRules.AccessesOf(state, agent)) { Caller = agent.Site is { Caller: { } caller } site && isOwn(site.File) && isOwn(caller.File) ? new CallSite(caller.File, caller.Line) : null });
        }
    }

    /// <summary>A place in the student's own files; unknown where neither it nor its caller stands there.</summary>
    public static CallSite OwnPlace(CallSite site, Func<string, bool> isOwn)
    {
        if (site.IsKnown && isOwn(site.File))
            return site with { Caller = null };
        return site.Caller is { } caller && isOwn(caller.File) ? new CallSite(caller.File, caller.Line) : CallSite.Unknown;
    }
}
