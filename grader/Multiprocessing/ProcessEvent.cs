using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>Something that processes wait for until one of them says that it has happened. Python: <c>multiprocessing.Event</c>.</summary>
/// <remarks>
/// Hand it to the processes that use it as an argument; a static field holds another event in each process. Set and Reset in a row
/// wake all who wait at the time; a process that comes to wait later misses it.
/// </remarks>
public sealed class ProcessEvent : IShared
{
    internal const string Kind = "event";

    private readonly string name;

    /// <summary>Makes an event that is not set.</summary>
    public ProcessEvent()
    {
        var session = Agent.Session;
        name = session.NextObject();
        session.Perform<Done>(new CreateEvent(name));
    }

    internal ProcessEvent(string name) => this.name = name;

    Handle IShared.Handle => new(Kind, name);

    /// <summary>Whether the event is set. Python: <c>is_set()</c>.</summary>
    public bool IsSet => Agent.Session.Perform<Flag>(new QueryEvent(name)).Value;

    /// <summary>Sets the event: all who wait may go on, and nobody waits any more until it is reset. Python: <c>set()</c>.</summary>
    public void Set() => Agent.Session.Perform<Done>(new SetEvent(name));

    /// <summary>Resets the event: from now on it is waited for. Python: <c>clear()</c>.</summary>
    public void Reset() => Agent.Session.Perform<Done>(new ResetEvent(name));

    /// <summary>Waits until the event is set. Python: <c>wait()</c>.</summary>
    public void Wait() => Agent.Session.Perform<Flag>(new AwaitEvent(name, Patience: null));

    /// <summary>Waits until the event is set, but no longer than told. Python: <c>wait(timeout)</c>.</summary>
    /// <param name="timeout">How long to wait; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether the event was set.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public bool Wait(TimeSpan timeout) => Agent.Session.Perform<Flag>(new AwaitEvent(name, Agent.Patience(timeout))).Value;
}
