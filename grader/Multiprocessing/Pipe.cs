using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Multiprocessing;

/// <summary>A pipe between two processes. Python: <c>multiprocessing.Pipe</c>.</summary>
public static class Pipe
{
    /// <summary>Makes a pipe; this process holds both ends. Python: <c>Pipe(duplex)</c>.</summary>
    /// <param name="duplex">Whether both ends send and receive; else the left one receives and the right one sends.</param>
    public static (Connection Left, Connection Right) Create(bool duplex = true)
    {
        var session = Agent.Session;
        var (left, right) = (session.NextObject(), session.NextObject());
        session.Perform<Done>(new CreatePipe(left, right, duplex));
        return (new Connection(left), new Connection(right));
    }
}
