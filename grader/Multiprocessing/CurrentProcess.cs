using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Multiprocessing;

/// <summary>The process that asks. Python: <c>multiprocessing.current_process()</c> and <c>os.getppid()</c>.</summary>
public static class CurrentProcess
{
    /// <summary>The process id. Python: <c>os.getpid()</c>.</summary>
    public static int Id => Identity(asksForIds: true).Id;

    /// <summary>The process id of the process that started this one; 0 in the first process, and 1 where the parent has ended. Python: <c>os.getppid()</c>,
    /// which in the first process is the shell's.</summary>
    public static int ParentId => Identity(asksForIds: true, asksForParent: true).ParentId;

    /// <summary>The name, <c>MainProcess</c> in the first process. Python: <c>current_process().name</c>.</summary>
    public static string Name => Identity().Name;

    /// <summary>Whether this process is terminated when its parent ends. Python: <c>current_process().daemon</c>.</summary>
    public static bool IsDaemon => Identity().IsDaemon;

    /// <summary>The children of this process that have not ended. Python: <c>multiprocessing.active_children()</c>.</summary>
    public static IReadOnlyList<ChildProcess> ActiveChildren
    {
        get
        {
            var session = Agent.Session;
            var living = session.Perform<NameList>(new QueryActiveChildren());
            var replacements = new Queue<ProcessIdentity>(living.Replacements);
            return [.. living.Values.Select(n => Names.IsReplacement(n) ? ChildProcess.OfReplacement(n, replacements.Dequeue()) : (ChildProcess)session.Children[n])];
        }
    }

    private static ProcessIdentity Identity(bool asksForIds = false, bool asksForParent = false) =>
        Agent.Session.Perform<ProcessIdentity>(new Identify { AsksForIds = asksForIds, AsksForParent = asksForParent });
}
