using ExerciseKit.Contract;

namespace ExerciseKit.Kernel.Barriers;

/// <summary>A place where some wait for the others. Python: <c>multiprocessing.Barrier</c>.</summary>
/// <param name="Participants">How many must arrive.</param>
/// <param name="Arrived">Who has, since it last opened, by name. Those of earlier rounds need not be known: whoever is not here may pass.</param>
internal sealed record BarrierState(int Participants, EquatableArray<string> Arrived) : ObjectState
{
    /// <summary>The same barrier after one more has arrived; the last one opens it for all who are there.</summary>
    public BarrierState With(string agent) =>
        this with { Arrived = Arrived.Count + 1 == Participants ? [] : Sorted(Arrived.Append(agent)) };

    internal override ObjectState Renamed(Func<string, string> agent) => this with { Arrived = Sorted(Arrived.Select(agent)) };

    private static EquatableArray<string> Sorted(IEnumerable<string> agents) => agents.Order(StringComparer.Ordinal).ToEquatableArray();
}
