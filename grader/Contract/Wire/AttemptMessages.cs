namespace ExerciseKit.Contract.Wire;

/// <summary>Driver to host: try what a student's process must not be able to do, so that it is seen what this machine enforces.</summary>
/// <param name="Kind">What to try.</param>
/// <param name="Argument">A path, a port of the loopback interface, or a number of bytes.</param>
public sealed record Attempt(AttemptKind Kind, string Argument) : Message;

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
}
