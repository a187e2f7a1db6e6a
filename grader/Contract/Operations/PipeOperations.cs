namespace ExerciseKit.Contract.Operations;

/// <summary>Make a pipe. Its ends are objects of their own, and the maker holds both. Always first for their names.</summary>
/// <param name="Object">The left end.</param>
/// <param name="Right">The right end.</param>
/// <param name="IsDuplex">Whether both ends send and receive; else the left one receives and the right one sends.</param>
public sealed record CreatePipe(string Object, string Right, bool IsDuplex) : CreateOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Right = map(Right) };

    public override LocalizedText Describe() => Code("Pipe.Create");
}

/// <summary>Send a message. An error when every copy of the other end is closed.</summary>
/// <param name="Object">The end that it is sent from.</param>
/// <param name="Message">The message.</param>
/// <param name="ByteCount">How long it is, when it is bytes; null when it is an object.</param>
public sealed record SendMessage(string Object, Payload Message, int? ByteCount) : ObjectOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Message = Message.MapNames(map) };

    public override LocalizedText Describe() => ByteCount is { } count ? ($"Connection.SendBytes ({count} bytes)", $"Connection.SendBytes（{count} 字节）") : Code($"Connection.Send {Message.Short}");
}

/// <summary>Take the next message. Answer: <see cref="Item"/>; an error when every copy of the other end is closed and nothing is left.</summary>
/// <param name="Object">The end that it is received at.</param>
/// <param name="IsBytes">Whether bytes are expected, and no object.</param>
/// <param name="MaximumLength">The most bytes that are accepted; null for any number.</param>
public sealed record ReceiveMessage(string Object, bool IsBytes, int? MaximumLength) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code(IsBytes ? "Connection.ReceiveBytes" : "Connection.Receive");
}

/// <summary>Ask whether a receive would not wait: there is a message, or the end of the stream. Answer: <see cref="Flag"/>.</summary>
/// <param name="Object">The end.</param>
/// <param name="Patience">How long to wait for it: null for ever, zero not at all.</param>
public sealed record PollConnection(string Object, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override LocalizedText Describe() => Code("Connection.Poll");
}

/// <summary>Close the speaker's copy of an end; nothing happens where it has none.</summary>
public sealed record CloseConnection(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("Connection.Close");
}
