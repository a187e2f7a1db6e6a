namespace ExerciseKit.Contract.Wire;

/// <summary>A peer broke the wire contract; its connection is over.</summary>
/// <param name="fault">Which rule it broke.</param>
/// <param name="message">What came, and what was expected.</param>
public sealed class ProtocolException(ProtocolFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public ProtocolFault Fault { get; } = fault;
}

/// <summary>The ways to break the wire contract.</summary>
public enum ProtocolFault
{
    /// <summary>The frame's length is above <see cref="Protocol.MaxFrameBytes"/>, zero or negative.</summary>
    BadLength,

    /// <summary>The frame's bytes are no message.</summary>
    Malformed,

    /// <summary>The connection ended in the middle of a frame.</summary>
    Truncated,

    /// <summary>The peer speaks another version.</summary>
    WrongVersion,

    /// <summary>The message is known, but not now: an answer nobody asked for, a second hello, an ask after the end.</summary>
    OutOfTurn,

    /// <summary>The message belongs to a run that is over.</summary>
    StaleRun,
}
