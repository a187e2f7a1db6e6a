using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Multiprocessing;

/// <content>A pool's worker: a daemon that runs a method of the kit's.</content>
public partial class ChildProcess
{
    private readonly (Target Target, Payload Arguments)? packed;

    private ChildProcess(Target target, Payload arguments)
        : this()
    {
        packed = (target, arguments);
        name = "PoolWorker-" + Ordinal;
        isDaemon = true;
    }

    /// <summary>The name by which this process speaks of it.</summary>
    internal string RelativeName => process;

    internal static ChildProcess ForWorker(Target target, Payload arguments) => new(target, arguments);
}
