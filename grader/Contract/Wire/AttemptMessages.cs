namespace ExerciseKit.Contract.Wire;

/// <summary>Driver to host: try what a student's process must not be able to do, so that it is seen what this machine enforces.</summary>
/// <param name="Kind">What to try.</param>
/// <param name="Argument">A path, a port of the loopback interface, a process, or a number of bytes.</param>
/// <param name="On">The thread that tries it.</param>
public sealed record Attempt(AttemptKind Kind, string Argument, AttemptThread On = AttemptThread.Serving) : Message;

/// <summary>Host to driver: what came of an attempt.</summary>
/// <param name="Succeeded">Whether it could be done.</param>
/// <param name="Detail">What stopped it.</param>
public sealed record Attempted(bool Succeeded, string Detail) : Message;

/// <summary>What a host can be asked to try.</summary>
public enum AttemptKind
{
    /// <summary>Connect to a port of the loopback interface.</summary>
    Connect,

    /// <summary>Read a file or list a folder.</summary>
    Read,

    /// <summary>Write a file: a path, or a path and a number of bytes after a bar.</summary>
    Write,

    /// <summary>Allocate and touch so many bytes of objects.</summary>
    Allocate,

    /// <summary>Map and touch so many bytes outside the objects.</summary>
    AllocateOutside,

    /// <summary>Start a program.</summary>
    Start,

    /// <summary>Open so many files at once.</summary>
    Open,

    /// <summary>Read an environment variable.</summary>
    Environment,

    /// <summary>Change the permissions of a file to what they are by default.</summary>
    ChangeMode,

    /// <summary>Send the empty signal to a process, which does it no harm.</summary>
    Signal,

    /// <summary>Connect to a socket that has a name of its own instead of a path.</summary>
    ConnectAbstract,
}

/// <summary>The threads of a host on which a student's code may come to run.</summary>
public enum AttemptThread
{
    /// <summary>The one that serves the driver, and is the agents.</summary>
    Serving,

    /// <summary>A new one.</summary>
    New,

    /// <summary>One of the runtime's pool.</summary>
    Pool,

    /// <summary>The runtime's own for finalizers.</summary>
    Finalizer,
}
