namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>The member names in a payload that are the contract's own.</summary>
internal static class Marks
{
    /// <summary>Stands for a primitive; its value is a number in <see cref="Contract.Payload.Handles"/>.</summary>
    public const string Handle = "$handle";

    /// <summary>Names the type of a value whose declared type does not tell it; <see cref="Value"/> follows.</summary>
    public const string Type = "$type";

    public const string Value = "$value";

    /// <summary>The lengths of an array of several dimensions; <see cref="Value"/> follows.</summary>
    public const string Lengths = "$lengths";

    /// <summary>The longest payload, in bytes; it stands inside a frame, where its quotes take two bytes each.</summary>
    public const int MaxPayloadBytes = Contract.Wire.Protocol.MaxFrameBytes / 4;
}
