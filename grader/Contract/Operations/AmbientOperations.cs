namespace ExerciseKit.Contract.Operations;

/// <summary>Which of a process's streams a text goes to.</summary>
public enum ConsoleStream
{
    Out,
    Error,
}

/// <summary>Write a text, line ends included, to the console, in one step.</summary>
public sealed record WriteConsole(ConsoleStream Stream, string Text) : Operation
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => ($"prints {Text.TrimEnd('\n')}", $"打印“{Text.TrimEnd('\n')}”");
}

/// <summary>Do nothing for a while.</summary>
public sealed record Sleep(TimeSpan Duration) : Operation
{
    public override Outcome? OnlyOutcome => Done.Instance;

    /// <summary>Whether it is none of the student's: a start takes so long.</summary>
    public bool IsStart { get; init; }

    public override LocalizedText Describe() => IsStart
        ? ($"ChildProcess.Start, which takes {Duration.TotalSeconds} s", $"ChildProcess.Start，用了 {Duration.TotalSeconds} 秒")
        : Code($"Thread.Sleep {Duration.TotalSeconds} s");
}

/// <summary>Ask what time it is. Answer: <see cref="ClockReading"/>.</summary>
public sealed record ReadClock : Operation
{
    /// <summary>Whether it is only compared with other readings: what comes of it are durations, and no times of day.</summary>
    public bool Measures { get; init; }

    /// <summary>Whether it only tells how long a wait of the kit's own may still take. In loose time, where a wait may be over at any moment, that is as long as at first.</summary>
    public bool IsForDeadline { get; init; }

    public override bool IsLook => true;

    public override LocalizedText Describe() => ("reads the clock", "读取时钟");
}

/// <summary>Ask for a seed, for a Random or a Guid. Answer: <see cref="Number"/>.</summary>
public sealed record DrawSeed : Operation
{
    public override LocalizedText Describe() => ("draws a random seed", "取随机种子");
}
