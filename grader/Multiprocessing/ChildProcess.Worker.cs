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

    private ChildProcess(string process, ProcessIdentity identity) => (creator, this.process, this.identity) = (Agent.Session, process, identity);

    /// <summary>The name by which this process speaks of it.</summary>
    internal string RelativeName => process;

    /// <summary>A worker that took the place of one that had ended; always the same object for one worker.</summary>
    internal static ChildProcess OfReplacement(string process, ProcessIdentity identity)
    {
        var children = Agent.Session.Children;
        if (!children.TryGetValue(process, out var known))
            children[process] = known = new ChildProcess(process, identity);
        return (ChildProcess)known;
    }

    internal static ChildProcess ForWorker(Target target, Payload arguments) => new(target, arguments);
}
