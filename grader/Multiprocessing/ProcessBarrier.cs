using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A place where processes wait until all have come. Python: <c>multiprocessing.Barrier</c>.</summary>
/// <remarks>
/// It closes again behind those who pass, and so serves for one phase after the other. Hand it to the processes that use it as an
/// argument; a static field holds another barrier in each process.
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

    /// <summary>Says that this process has arrived, and waits for the others. Python: <c>wait()</c>.</summary>
    public void SignalAndWait()
    {
        var session = Agent.Session;
        session.Perform<Done>(new ArriveAtBarrier(name));
        session.Perform<Done>(new PassBarrier(name));
    }
}
