using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Multiprocessing.Programs;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing.Pools;

/// <summary>What a pool's workers run.</summary>
[RunsInChildren]
internal static class PoolWorker
{
    /// <summary>The method, as a start names it; it is the kit's, and so in no program.</summary>
    public static Target TargetOf(Initializer? initializer) =>
        new(typeof(PoolWorker).FullName!, nameof(Work), typeof(PoolHandle).FullName! + (initializer is null ? "" : "," + typeof(Initializer).FullName));

    /// <summary>What a worker of that pool is started with.</summary>
    /// <exception cref="CannotTravelException">The initializer, or an argument of it, can't be taken to another process.</exception>
    public static Payload Arguments(string pool, Initializer? initializer) => initializer is null
        ? Agent.Program.PackArguments([new PoolHandle(pool)])
        : Parcel.WithoutEnds(Agent.Program.PackArguments([new PoolHandle(pool), initializer]), "An argument of the initializer");

    private static void Work(PoolHandle pool, Initializer initializer)
    {
        initializer.Call();
        Work(pool);
    }

    private static void Work(PoolHandle pool)
    {
        var session = Agent.Session;
        while (Ask(session, new TakeTask(pool.Name)) is GivenTask task)
        {
            var result = ResultOf(task, session);
            Ask(session, new CompleteTask(pool.Name, result));
        }
    }

    private static Outcome Ask(AgentSession session, Operation operation)
    {
        // The student's last call has no part in this.
        session.Site = CallSite.Unknown;
        return session.Perform<Outcome>(operation);
    }

    private static TaskResult ResultOf(GivenTask task, AgentSession session)
    {
        try
        {
            var target = Agent.Program.Bind(task.Target, task.Arguments);
            return new TaskResult(target.PackResult(target.Call()) is { } value ? Parcel.WithoutEnds(value, "The result of a task") : null);
        }
#pragma warning disable CA1031 // Whatever leaves the student's code is the student's, and is thrown again where the result is asked for.
        catch (Exception e) when (!session.IsAborted)
#pragma warning restore CA1031
        {
            return new TaskResult(null, new TaskFailure(TypeNames.Of(e.GetType()), e.Message, StudentFrames.Trace(e)));
        }
    }
}
