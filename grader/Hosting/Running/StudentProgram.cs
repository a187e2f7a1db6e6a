using ExerciseKit.Contract.Results;
using ExerciseKit.Kernel;
using Timing = ExerciseKit.Kernel.Timing;

namespace ExerciseKit.Hosting.Running;

/// <summary>A rewritten hand-in, ready to run.</summary>
/// <param name="AssemblyPath">Where its assembly lies, its symbols beside it.</param>
/// <param name="EntryType">The full name of the class that holds the entries.</param>
/// <param name="KeepsStatics">Whether an earlier run may have changed its statics, so that each needs fresh ones.</param>
/// <param name="LoopBudget">How many backward branches may be taken between two operations.</param>
public sealed record StudentProgram(string AssemblyPath, string EntryType, bool KeepsStatics, long LoopBudget)
{
    /// <summary>How many of its processes may live at once.</summary>
    public int MaxProcesses { get; init; } = KernelSettings.DefaultMaxProcesses;

    /// <summary>The settings of its stepwise runs.</summary>
    public KernelSettings SettingsIn(Tier tier, int seed) =>
        new(tier == Tier.Strict ? Timing.Strict : Timing.Loose, seed, MaxProcesses);
}
