namespace ExerciseKit.Contract.Wire;

/// <summary>The numbers that both ends of a connection must agree on.</summary>
public static class Protocol
{
    /// <summary>The version of the wire contract; a host of another version is refused at its first message.</summary>
    public const int Version = 13;

    /// <summary>The largest frame that is read, in bytes; a longer one ends the connection.</summary>
    public const int MaxFrameBytes = 16 * 1024 * 1024;
}
