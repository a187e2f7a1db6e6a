using System.Globalization;
using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>How likely one run under <see cref="PriorityChanges"/> is, at least, to show a fault if there is one.</summary>
/// <param name="Processes">The processes of the run.</param>
/// <param name="Interrupts">The time-outs and deaths that can come to them.</param>
/// <param name="Operations">The steps of the run.</param>
/// <param name="Depth">How many pairs of operations must come in the wrong order for the fault to show.</param>
public sealed record PctGuarantee(int Processes, int Interrupts, int Operations, int Depth)
{
    /// <summary>n · k^(d-1): the fault shows in one of so many runs.</summary>
    public double OneIn => (Processes + Interrupts) * Math.Pow(Operations, Depth - 1);

    /// <summary>The guarantee in words.</summary>
    public LocalizedText Describe() => (
        string.Create(
            CultureInfo.InvariantCulture,
            $"a fault of depth {Depth} among {Participants()} and {Count(Operations, "operation", "operations")} shows in a PCT run with probability at least 1 in {OneIn:N0}"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"在 {Processes:N0} 个进程{(Interrupts == 0 ? "" : $"（可能有 {Interrupts:N0} 次超时或被终止）")}、{Operations:N0} 次操作中，深度为 {Depth} 的错误在一次 PCT 抽样运行中暴露的概率至少为 1/{OneIn:N0}"));

    private string Participants()
    {
        var processes = Count(Processes, "process", "processes");
        return Interrupts == 0 ? processes : $"{processes} with {Count(Interrupts, "time-out or death", "time-outs or deaths")}";
    }

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");
}
