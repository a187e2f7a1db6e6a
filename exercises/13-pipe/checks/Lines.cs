using ExerciseKit.Contract;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PipeDelivery;

/// <summary>What was said of the parcels.</summary>
/// <param name="Consumer">Who speaks of them; null before the first line.</param>
/// <param name="Parcels">How many were said to be received.</param>
/// <param name="Dones">How often somebody said that he is done.</param>
/// <param name="Fault">The first parcel out of place, in words; null while there is none.</param>
/// <param name="EndFault">What is wrong with the end, in words; null while nothing is.</param>
internal sealed record Lines(string? Consumer, int Parcels, int Dones, LocalizedText? Fault, LocalizedText? EndFault)
{
    public static Lines None { get; } = new(null, 0, 0, null, null);

    public LocalizedText Describe() => Fault ?? EndFault ?? (
        $"{Parcels} parcels were received, and 'consumer done' was printed {Dones} times",
        $"收到了 {Parcels} 个包裹，“consumer done”打印了 {Dones} 次");

    /// <summary>After a line about a parcel.</summary>
    /// <param name="printed">The line.</param>
    /// <param name="parcel">Its number, as it stands there.</param>
    /// <param name="otherFault">What else is wrong with it; null where nothing is.</param>
    public Lines AfterParcel(LinePrinted printed, string parcel, LocalizedText? otherFault)
    {
        var fault = StrangerIn(printed)
            ?? (parcel != $"{Parcels + 1}" ? ($"came where 'received {Parcels + 1}' was due", $"出现在该是“received {Parcels + 1}”的地方") : otherFault ?? (Dones > 0 ? ("came after 'consumer done'", "出现在“consumer done”之后") : null));
        return this with { Consumer = Consumer ?? printed.Agent, Parcels = Parcels + 1, Fault = Fault ?? Quoted(printed, fault) };
    }

    /// <inheritdoc cref="AfterParcel"/>
    public Lines AfterDone(LinePrinted printed, LocalizedText? otherFault) =>
        this with { Consumer = Consumer ?? printed.Agent, Dones = Dones + 1, EndFault = EndFault ?? Quoted(printed, StrangerIn(printed) ?? otherFault) };

    private LocalizedText? StrangerIn(LinePrinted printed) =>
        printed.Agent == Names.Root ? ("was printed by the parent", "由父进程打印")
        : printed.Agent != (Consumer ?? printed.Agent) ? ("was printed by another child than the lines before", "由另一个子进程打印，与前面几行不同")
        : null;

    private static LocalizedText? Quoted(LinePrinted printed, LocalizedText? fault) => fault is null ? null : ($"'{printed.Line}' {fault.En}", $"“{printed.Line}”{fault.Zh}");
}
