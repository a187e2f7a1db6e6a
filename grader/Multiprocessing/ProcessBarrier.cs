using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A place where processes wait until all have come. Python: <c>multiprocessing.Barrier</c>.</summary>
/// <remarks>
/// It closes again behind those who pass, and so serves for one phase after the other. Hand it to the processes that use it as an
/// argument; a static field holds another barrier in each process. Who was killed after it came counts as come, and keeps the round
/// after from beginning if it had not gone yet, as in Python. Not as in Python, waiting gives no number, and there is no action for the last to come.
/// </remarks>
public sealed class ProcessBarrier : IShared
{
    internal const string Kind = "barrier";

    private readonly string name;

    /// <summary>Makes a barrier.</summary>
    /// <param name="participants">How many must arrive before any of them passes; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="participants"/> is below 1.</exception>
    public ProcessBarrier(int participants)
    {
        if (participants < 1)
            throw new ArgumentOutOfRangeException(nameof(participants), participants, "A barrier has 1 participant or more.");
        var session = Agent.Session;
        name = session.NextObject();
        session.Perform<Done>(new CreateBarrier(name, participants));
    }

    internal ProcessBarrier(string name) => this.name = name;

    Handle IShared.Handle => new(Kind, name);

    /// <summary>How many wait at it for others to come; 0 while it is broken, or lets them pass. Python: <c>n_waiting</c>.</summary>
    public int WaitingCount => (int)Agent.Session.Perform<Number>(new QueryBarrierWaiting(name)).Value;

    /// <summary>Whether it is broken: by <see cref="Abort"/>, or because not all came in time. Python: <c>broken</c>.</summary>
    public bool IsBroken => Agent.Session.Perform<Flag>(new QueryBarrierBroken(name)).Value;

    /// <summary>Says that this process has arrived, and waits for the others. Python: <c>wait()</c>.</summary>
    /// <exception cref="BrokenBarrierException">The barrier is broken, or is broken or reset while this process waits.</exception>
    public void SignalAndWait() => Meet(patience: null);

    /// <summary>The same, but waits no longer than told; where not all come in time, the barrier is broken for all. Python: <c>wait(timeout)</c>.</summary>
    /// <param name="timeout">How long to wait; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="BrokenBarrierException">Not all came in time, or the barrier is broken, or is broken or reset while this process waits.</exception>
    public void SignalAndWait(TimeSpan timeout) => Meet(Agent.Patience(timeout));

    /// <summary>Breaks the barrier: who waits at it meets an exception, and so does who comes, until it is reset. Python: <c>abort()</c>.</summary>
    public void Abort() => Agent.Session.Perform<Done>(new AbortBarrier(name));

    /// <summary>Makes the barrier empty and whole again; who waits at it meets an exception. Python: <c>reset()</c>.</summary>
    public void Reset() => Agent.Session.Perform<Done>(new ResetBarrier(name));

    private void Meet(TimeSpan? patience)
    {
        Perform(new ArriveAtBarrier(name));
        Perform(new PassBarrier(name, patience));
    }

    private static void Perform(Operation operation)
    {
        var outcome = Agent.Session.Perform<Outcome>(operation);
        if (outcome is Failed failed)
            throw failed.Kind == FailureKind.BrokenBarrier ? new BrokenBarrierException(failed.Message) : failed.ToException();
    }
}
