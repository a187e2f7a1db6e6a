using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Kitchen;

/// <summary>The dishes that are made and not eaten, and the first that was eaten before it was made.</summary>
internal sealed record Haste(EquatableArray<string> Ready, string? Dish)
{
    private static readonly LinePattern Made = LinePattern.Like("{cook} made {dish}");
    private static readonly LinePattern Ate = LinePattern.Like("{guest} ate {dish}");

    public static Observer<Haste> Observed { get; } = new(
        new Haste([], null),
        (haste, happened) => Made.Matches(happened)
            ? haste with { Ready = [.. haste.Ready.Append(Made.Capture(happened, "dish")).Order(StringComparer.Ordinal)] }
            : haste.Without(Ate.Capture(happened, "dish")),
        [Made, Ate],
        haste => haste.Dish is { } dish ? $"{dish} was eaten before it was made" : "it was so")
    { SeesAgents = false };

    private Haste Without(string dish) => Ready.Contains(dish) ? this with { Ready = [.. Ready.Where(d => d != dish)] } : this with { Dish = Dish ?? dish };
}

/// <summary>How many children came to their own end, and how many were ended from outside.</summary>
internal sealed record Departures(int Ended, int Died)
{
    public static Observer<Departures> Observed { get; } = new(
        new Departures(0, 0),
        (seen, happened) => happened is ProcessDied ? seen with { Died = seen.Died + 1 } : seen with { Ended = seen.Ended + 1 },
        [new EndPattern { Who = Who.Child }],
        seen => $"{seen.Ended} children came to their own end, {seen.Died} were ended from outside")
    { SeesAgents = false };

    /// <summary>Whether at least so many children ended, and none was ended from outside. A hand-in may use others besides.</summary>
    public bool AllByThemselves(int count) => Ended >= count && Died == 0;
}

/// <summary>Whether a guest has left while dishes were still to come. A guest is known by its asking for something while it cooks nothing.</summary>
/// <param name="Made">How many dishes have been made.</param>
/// <param name="Askers">The children that have asked a queue or a pipe for something, and made nothing.</param>
/// <param name="Cooks">Those that made something.</param>
/// <param name="Fault">The first early leave, in words; null while there is none.</param>
internal sealed record EarlyLeave(int Made, EquatableArray<string> Askers, EquatableArray<string> Cooks, string? Fault)
{
    private static readonly LinePattern MadeLine = LinePattern.Like("{cook} made {dish}");

    public static Observer<EarlyLeave> Of(int dishes) => new(
        new EarlyLeave(0, [], [], null),
        (seen, happened) => happened switch
        {
            LinePrinted => seen with { Made = seen.Made + 1, Askers = [.. seen.Askers.Where(a => a != happened.Agent)], Cooks = With(seen.Cooks, happened.Agent) },
            ProcessLeaving when seen.Askers.Contains(happened.Agent) && seen.Made < dishes => seen with { Fault = $"a guest left when {seen.Made} of {dishes} dishes were made" },
            OperationCompleted when !seen.Cooks.Contains(happened.Agent) => seen with { Askers = With(seen.Askers, happened.Agent) },
            _ => seen,
        },
        [
            MadeLine, new LeavingPattern { Who = Who.Child },
            new OperationPattern<GetItem> { Who = Who.Child }, new OperationPattern<QueryQueueEmpty> { Who = Who.Child }, new OperationPattern<QueryQueueCount> { Who = Who.Child },
            new OperationPattern<ReceiveMessage> { Who = Who.Child }, new OperationPattern<PollConnection> { Who = Who.Child },
        ],
        seen => seen.Fault ?? "nobody did");

    private static EquatableArray<string> With(EquatableArray<string> agents, string agent) =>
        agents.Contains(agent) ? agents : [.. agents.Append(agent).Order(StringComparer.Ordinal)];
}

/// <summary>Whether a dish was eaten while others were still to be made.</summary>
internal sealed record EatenWhileCooking(int Made, bool IsSo)
{
    private static readonly LinePattern MadeLine = LinePattern.Like("{cook} made {dish}");

    public static Observer<EatenWhileCooking> Of(int dishes) => new(
        new EatenWhileCooking(0, IsSo: false),
        (seen, happened) => MadeLine.Matches(happened) ? seen with { Made = seen.Made + 1 } : seen with { IsSo = seen.IsSo || seen.Made < dishes },
        [MadeLine, LinePattern.Like("{guest} ate {dish}")],
        seen => seen.IsSo ? "one was" : $"{seen.Made} dishes were made before the first was eaten")
    { SeesAgents = false };
}
