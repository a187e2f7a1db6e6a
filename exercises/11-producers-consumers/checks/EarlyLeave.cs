using ExerciseKit.Checks.Kitchens;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Kitchen;

/// <summary>Whether a guest has left while dishes were still to come.</summary>
/// <remarks>A child is known for a guest by what it has eaten; or, for it may have had no luck, by being given one name of several guests and asking for something.</remarks>
/// <param name="Made">How many dishes have been made.</param>
/// <param name="Named">The children that were given one guest's name and have asked for nothing, in order.</param>
/// <param name="Guests">The guests, in order.</param>
/// <param name="Fault">The first early leave, in words; null while there is none.</param>
internal sealed record EarlyLeave(int Made, EquatableArray<string> Named, EquatableArray<string> Guests, LocalizedText? Fault)
{
    public static Observer<EarlyLeave> Of(Menu menu) => new(
        new EarlyLeave(0, [], [], null),
        (seen, happened) => seen.Fault is not null || seen.Made == menu.Total ? seen : seen.After(happened, menu),
        [
            menu.Made, menu.Ate, new LeavingPattern { Who = Who.Child },
            new OperationPattern<StartProcess> { Where = start => IsGivenOneGuestsName(start.Arguments.Json, menu) },
            new OperationPattern<ObjectOperation> { Who = Who.Child, Where = IsQuestion },
        ],
        seen => seen.Fault ?? ("nobody did", "没有客人提前离开"))
    { SeesTime = false };

    private EarlyLeave After(KernelEvent happened, Menu menu) => happened switch
    {
        LinePrinted when menu.Ate.Matches(happened) => WithGuest(happened.Agent),
        LinePrinted when Made + 1 == menu.Total => new EarlyLeave(menu.Total, [], [], null),
        LinePrinted => this with { Made = Made + 1 },
        OperationCompleted { Operation: StartProcess start } => this with { Named = With(Named, start.Process) },
        OperationCompleted when Named.Contains(happened.Agent) => WithGuest(happened.Agent),
        ProcessLeaving when Guests.Contains(happened.Agent) => this with { Fault = ($"a guest left when {Made} of {menu.Total} dishes were made", $"{menu.Total} 道菜只做好 {Made} 道时，有客人离开了") },
        _ => this,
    };

    private EarlyLeave WithGuest(string agent) => this with { Named = [.. Named.Where(n => n != agent)], Guests = With(Guests, agent) };

    // Of queues and pipes alone: to look at every operation on values and locks would multiply the states of those who need them.
    private static bool IsQuestion(ObjectOperation operation) => operation is GetItem or QueryQueueEmpty or QueryQueueCount or ReceiveMessage or PollConnection;

    private static bool IsGivenOneGuestsName(string arguments, Menu menu) =>
        menu.Guests.Count > 1 && menu.Guests.Count(guest => Stands(guest, arguments)) == 1 && !menu.Cooks.Any(cook => Stands(cook, arguments));

    private static bool Stands(string name, string json) => json.Contains($"\"{name}\"", StringComparison.Ordinal);

    private static EquatableArray<string> With(EquatableArray<string> agents, string agent) =>
        agents.Contains(agent) ? agents : [.. agents.Append(agent).Order(StringComparer.Ordinal)];
}
