using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Events;

/// <summary>Something that has happened or has not. Python: <c>multiprocessing.Event</c>.</summary>
/// <param name="IsSet">Whether it has.</param>
/// <param name="Sleepers">Who waits for it, by name.</param>
/// <param name="Released">Who waited when it was set and has not gone on yet, by name: they do, whatever becomes of the event.</param>
internal sealed record EventState(bool IsSet, EquatableArray<string> Sleepers, EquatableArray<string> Released) : ObjectState
{
    public static EventState New { get; } = new(IsSet: false, [], []);

    public EventState Set() => new(IsSet: true, [], Sorted(Released.Concat(Sleepers)));

    public EventState Reset() => this with { IsSet = false };

    public EventState WithSleeper(string agent) => this with { Sleepers = Sorted(Sleepers.Append(agent)) };

    public EventState Without(string agent) => this with { Sleepers = Others(Sleepers, agent), Released = Others(Released, agent) };

    public override ObjectKind? Kind => ObjectKind.Event;

    public override ObjectView View(string name, ViewBounds bounds)
    {
        var (asleep, more) = bounds.Of(Sleepers);
        return new(name) { IsSet = IsSet, Processes = asleep, More = more };
    }

    internal override ObjectState Renamed(Func<string, string> agent) => this with { Sleepers = Sorted(Sleepers.Select(agent)), Released = Sorted(Released.Select(agent)) };

    private static EquatableArray<string> Others(EquatableArray<string> agents, string agent) => agents.Where(a => a != agent).ToEquatableArray();

    private static EquatableArray<string> Sorted(IEnumerable<string> agents) => agents.Order(StringComparer.Ordinal).ToEquatableArray();
}
